CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE audit (
	id INTEGER NOT NULL, 
	at TEXT NOT NULL, 
	who TEXT NOT NULL, 
	action TEXT NOT NULL, 
	subject TEXT NOT NULL, 
	details TEXT NOT NULL, 
	previous TEXT NOT NULL, 
	hash TEXT NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "audit" VALUES(1,'2026-11-24T20:12:55.826+00:00','m1','upgrade','database','{"after":"0001","before":null}','0000000000000000000000000000000000000000000000000000000000000000','b97b595f1959dd6a5b5281a3e53408894dedcb7e004924180bcba0f6510be799');
INSERT INTO "audit" VALUES(2,'2026-11-24T20:12:55.838+00:00','m1','open','draft 1','{"sha256":"889059e2a55cfb18bb4cd649319c51f6141f23a1b5bb8692804f36f78032acda","version":1}','b97b595f1959dd6a5b5281a3e53408894dedcb7e004924180bcba0f6510be799','cfcdb128f105b79f5a07b46c17a9d537e425c6ca0e53e57c7cf4b4e44183cef8');
INSERT INTO "audit" VALUES(3,'2026-11-24T20:12:55.844+00:00','m1','edit','draft 1','{"sha256":"f4d04bcbe46cb4d60dd88c01ff1b4d97378e02f5d035ea3aeda4740aaa95c75b","version":2}','cfcdb128f105b79f5a07b46c17a9d537e425c6ca0e53e57c7cf4b4e44183cef8','9b78032432b76a2637b15e6a008ad229d4a791fb691f521bac9c4f4179af6800');
CREATE TABLE unit (
	id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (name)
);
INSERT INTO "unit" VALUES(1,'4 West');
CREATE TABLE workbook (
	id INTEGER NOT NULL, 
	sha256 TEXT NOT NULL, 
	bytes BLOB NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (sha256)
);
INSERT INTO "workbook" VALUES(1,'37d8bc64479724f8d283b493733c59c932bd1ce4baae470e44a64dd4c1958c57',X'6120776F726B626F6F6B');
CREATE TABLE draft (
	id INTEGER NOT NULL, 
	unit INTEGER NOT NULL, 
	workbook INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	opened_at TEXT NOT NULL, 
	opened_by TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(unit) REFERENCES unit (id), 
	FOREIGN KEY(workbook) REFERENCES workbook (id)
);
INSERT INTO "draft" VALUES(1,1,1,'December','2026-11-24T20:12:55.836+00:00','m1');
CREATE TABLE edit (
	draft INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	"of" INTEGER, 
	at TEXT NOT NULL, 
	who TEXT NOT NULL, 
	why TEXT NOT NULL, 
	minus TEXT NOT NULL, 
	plus TEXT NOT NULL, 
	PRIMARY KEY (draft, version), 
	FOREIGN KEY(draft) REFERENCES draft (id)
);
INSERT INTO "edit" VALUES(1,1,'open',NULL,'2026-11-24T20:12:55.836+00:00','m1','Opened from a workbook','[]','[["ann","2026-12-06","D","RN"]]');
INSERT INTO "edit" VALUES(1,2,'edit',NULL,'2026-11-24T20:12:55.843+00:00','m1','Ann''s day off','[["ann","2026-12-06","D","RN"]]','[["ben","2026-12-07","N","RN"]]');
