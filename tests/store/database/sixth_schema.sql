CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0006');
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
INSERT INTO "audit" VALUES(1,'2026-11-27T17:38:05.496+00:00','m1','upgrade','database','{"after":"0006","before":null}','0000000000000000000000000000000000000000000000000000000000000000','ad80d6db9fc79fa827290c2340370d7eb67e7d2677da7979a4e05f1a693f9521');
INSERT INTO "audit" VALUES(2,'2026-11-27T17:38:05.562+00:00','m1','open','draft 1','{"sha256":"ada2289db98b4f6a89b89ff707ee137ddb17cfc0887a503e552ecbb4255fae59","version":1}','ad80d6db9fc79fa827290c2340370d7eb67e7d2677da7979a4e05f1a693f9521','75c4db3b9325409658558eaf201f9d041eceb3320b81fb4f44a08a963be182cd');
INSERT INTO "audit" VALUES(3,'2026-11-27T17:38:05.623+00:00','m1','publish','draft 1','{"number":1,"sha256":"875ab49dc5f6d8766a5625ed81b2a13de1b31338525fe0851120ece655fc2f58","version":1}','75c4db3b9325409658558eaf201f9d041eceb3320b81fb4f44a08a963be182cd','36a75781a88500c4a8ce27bc665d45835f440ea9c168bef045d247e7d8a59b3f');
INSERT INTO "audit" VALUES(4,'2026-11-27T17:38:05.644+00:00','m1','edit','draft 1','{"sha256":"bfc27353c4cb3358f75e9d870deb0180d75ee0d5282b9bce768699cb476adee6","version":2}','36a75781a88500c4a8ce27bc665d45835f440ea9c168bef045d247e7d8a59b3f','74b1f2ecd7477a4f7d9576cb9822bbaea674ae88c7c2d0ad1154b99d63912de6');
INSERT INTO "audit" VALUES(5,'2026-11-27T17:38:05.668+00:00','m1','undo','draft 1','{"sha256":"1318219bb121a350771a71a424afaf99940c6e87694610e5fe3da6738d40a783","version":3}','74b1f2ecd7477a4f7d9576cb9822bbaea674ae88c7c2d0ad1154b99d63912de6','b542bbd174d0ae4919131f48c1159f5fd1aa1e15ffdc3fe3c54cf786e208db8f');
INSERT INTO "audit" VALUES(6,'2026-11-27T17:38:05.690+00:00','m1','run','draft 1','{"run":1,"version":1}','b542bbd174d0ae4919131f48c1159f5fd1aa1e15ffdc3fe3c54cf786e208db8f','d621597470746b0d95b73a3cea9a8599938e18e2fc937fe8a08f4c77402c89a4');
INSERT INTO "audit" VALUES(7,'2026-11-27T17:38:05.709+00:00','m1','revise','draft 1','{"revision":2,"sha256":"f3e2b091bf91aa212c021cfebb798b192a193d5d78d60c779061d11e96de0403"}','d621597470746b0d95b73a3cea9a8599938e18e2fc937fe8a08f4c77402c89a4','574fbb683335a0bdb836f65f986267f6e15fbba1d341f7e2b8933e4e94dfdfd0');
INSERT INTO "audit" VALUES(8,'2026-11-27T17:38:05.722+00:00','m1','lock','draft 1','{"cells":2,"sha256":"73843259a43462a3668de1f620ca9e9394235039ba3706d2e3829e4e0d974507"}','574fbb683335a0bdb836f65f986267f6e15fbba1d341f7e2b8933e4e94dfdfd0','bd7f43ade822c70e0b731001167f1df6f6fd5cab901168e3a985e6a91955a17e');
INSERT INTO "audit" VALUES(9,'2026-11-27T17:38:05.732+00:00','m1','unlock','draft 1','{"cells":1,"sha256":"59233358a53ef61faa411134c30a45cbdeabe9a19ade2e84e9c4a1a5cb790267"}','bd7f43ade822c70e0b731001167f1df6f6fd5cab901168e3a985e6a91955a17e','ff7c9a0ee90c5ff8f36afd4d5358f806bb445add6eedce5516deca28e9cd7a00');
INSERT INTO "audit" VALUES(10,'2026-11-27T17:38:05.753+00:00','m1','open','draft 2','{"sha256":"ff5d36ca1f3f6909c181dc5c802707c558468af8bc80bef3ad72b46ebf84681b","version":1}','ff7c9a0ee90c5ff8f36afd4d5358f806bb445add6eedce5516deca28e9cd7a00','89c6523720e5737eb5f22205fe9a2230ac175c6719e7c944b6df8cbaec147395');
INSERT INTO "audit" VALUES(11,'2026-11-27T17:38:05.764+00:00','m1','edit','draft 2','{"sha256":"5203b2b9ffcd4daba00658e50d08c7d809c87b14f3cea28557987e64fd79067f","version":2}','89c6523720e5737eb5f22205fe9a2230ac175c6719e7c944b6df8cbaec147395','f352a45b8956cbc70383ca120f6cc61dd022186a76bf4b040374fb3b77ea673d');
INSERT INTO "audit" VALUES(12,'2026-11-27T17:38:05.783+00:00','m1','lock','draft 2','{"patients":1,"sha256":"5342ab3c89cc00b7b13256039f2ff9a38e9776f8afbd53aefa6d2c9ce6294990"}','f352a45b8956cbc70383ca120f6cc61dd022186a76bf4b040374fb3b77ea673d','5cc1ca0b2a59c35dce84225c0a4f93672321841b29acd1cf0edaa7c137a05bd3');
INSERT INTO "audit" VALUES(13,'2026-11-27T17:38:05.797+00:00','m1','unlock','draft 2','{"patients":1,"sha256":"2b7c72bf6ffa31d3581ffc1edd075fe6f08727b5a9b0d561062a48ddf461f5b9"}','5cc1ca0b2a59c35dce84225c0a4f93672321841b29acd1cf0edaa7c137a05bd3','23165fe1cafe12a69fb6a513709d247321c244c86faa609b44216d2e24c8c289');
CREATE TABLE unit (
	id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (name)
);
INSERT INTO "unit" VALUES(1,'4 West');
INSERT INTO "unit" VALUES(2,'A panel');
CREATE TABLE workbook (
	id INTEGER NOT NULL, 
	sha256 TEXT NOT NULL, 
	bytes BLOB NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (sha256)
);
INSERT INTO "workbook" VALUES(1,'37d8bc64479724f8d283b493733c59c932bd1ce4baae470e44a64dd4c1958c57',X'6120776F726B626F6F6B');
INSERT INTO "workbook" VALUES(2,'46bc53d50795f77af465b25fa3cabbcd45684a2fb31cd4047ca3ac37f05b880a',X'61207365636F6E6420776F726B626F6F6B');
INSERT INTO "workbook" VALUES(3,'d182a335068160fb711b616585a58dded82bc9880872c31e935a1ad6481fec39',X'612070616E656C');
CREATE TABLE draft (
	id INTEGER NOT NULL, 
	unit INTEGER NOT NULL, 
	workbook INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	opened_at TEXT NOT NULL, 
	opened_by TEXT NOT NULL, kind TEXT DEFAULT 'schedule' NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(unit) REFERENCES unit (id), 
	FOREIGN KEY(workbook) REFERENCES workbook (id)
);
INSERT INTO "draft" VALUES(1,1,1,'June','2026-11-27T17:38:05.558+00:00','m1','schedule');
INSERT INTO "draft" VALUES(2,2,3,'June','2026-11-27T17:38:05.750+00:00','m1','caseloads');
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
INSERT INTO "edit" VALUES(1,1,'open',NULL,'2026-11-27T17:38:05.560+00:00','m1','Opened from a workbook','[]','[["ann","2026-06-01","N","RN"],["ann","2026-06-02","D","RN"],["ben","2026-06-03","N","RN"]]');
INSERT INTO "edit" VALUES(1,2,'edit',NULL,'2026-11-27T17:38:05.643+00:00','m1','One more at night','[]','[["ben","2026-06-05","N","RN"]]');
INSERT INTO "edit" VALUES(1,3,'undo',2,'2026-11-27T17:38:05.667+00:00','m1','Undo of version 2','[["ben","2026-06-05","N","RN"]]','[]');
INSERT INTO "edit" VALUES(2,1,'open',NULL,'2026-11-27T17:38:05.751+00:00','m1','Opened from a workbook','[]','[["2001","P-1"]]');
INSERT INTO "edit" VALUES(2,2,'edit',NULL,'2026-11-27T17:38:05.763+00:00','m1','Closer to home','[["2001","P-1"]]','[["2002","P-1"]]');
CREATE TABLE lock (
	draft INTEGER NOT NULL, 
	staff TEXT NOT NULL, 
	day TEXT NOT NULL, 
	at TEXT NOT NULL, 
	who TEXT NOT NULL, 
	PRIMARY KEY (draft, staff, day), 
	FOREIGN KEY(draft) REFERENCES draft (id)
);
INSERT INTO "lock" VALUES(1,'ann','2026-06-01','2026-11-27T17:38:05.720+00:00','m1');
CREATE TABLE patient_lock (
	draft INTEGER NOT NULL, 
	patient TEXT NOT NULL, 
	locked BOOLEAN NOT NULL, 
	at TEXT NOT NULL, 
	who TEXT NOT NULL, 
	PRIMARY KEY (draft, patient), 
	FOREIGN KEY(draft) REFERENCES draft (id)
);
INSERT INTO "patient_lock" VALUES(2,'P-1',true,'2026-11-27T17:38:05.781+00:00','m1');
INSERT INTO "patient_lock" VALUES(2,'P-2',false,'2026-11-27T17:38:05.796+00:00','m1');
CREATE TABLE publication (
	id INTEGER NOT NULL, 
	draft INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	workbook INTEGER NOT NULL, 
	at TEXT NOT NULL, 
	who TEXT NOT NULL, 
	why TEXT NOT NULL, 
	broken INTEGER NOT NULL, 
	cost_cents BIGINT NOT NULL, 
	"plan" TEXT NOT NULL, 
	policy TEXT NOT NULL, 
	accepted TEXT NOT NULL, 
	posting TEXT NOT NULL, 
	ledger TEXT NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (draft, number), 
	FOREIGN KEY(draft) REFERENCES draft (id), 
	FOREIGN KEY(workbook) REFERENCES workbook (id)
);
INSERT INTO "publication" VALUES(1,1,1,1,1,'2026-11-27T17:38:05.617+00:00','m1','',10,0,'[["ann","2026-06-01","N","RN"],["ann","2026-06-02","D","RN"],["ben","2026-06-03","N","RN"]]','[{"mode":"must","price":0,"rule":"rest","settings":{"limit":600,"to":[]}}]','[{"day":"2026-06-02","reason":"Ben asked for it, and sleeps here","rule":"rest","sentence":"Ann has 0 h of rest before the duty on Tue 2 Jun; it should be 10 h.","who":"ann"}]','{"first":"2026-06-01","holidays":{},"last":"2026-06-05","people":[{"id":"ann","job":"RN","name":"Ann","role":"RN"},{"id":"ben","job":"RN","name":"Ben","role":"RN"}],"shifts":[{"code":"D","colour":"","end":900,"kind":"work","name":"Day","paid":480,"part":"day","start":420,"unpaid_break":0},{"code":"E","colour":"","end":1380,"kind":"work","name":"Evening","paid":480,"part":"evening","start":900,"unpaid_break":0},{"code":"N","colour":"","end":1860,"kind":"work","name":"Night","paid":480,"part":"night","start":1380,"unpaid_break":0},{"code":"L","colour":"","end":1140,"kind":"work","name":"Long day","paid":720,"part":"day","start":420,"unpaid_break":0},{"code":"M","colour":"","end":1860,"kind":"work","name":"Long night","paid":720,"part":"night","start":1140,"unpaid_break":0},{"code":"C","colour":"","end":1860,"kind":"on call","name":"On call","paid":0,"part":"night","start":1140,"unpaid_break":0},{"code":"S","colour":"","end":960,"kind":"education","name":"Study day","paid":480,"part":"day","start":480,"unpaid_break":0},{"code":"P","colour":"","end":900,"kind":"leave","name":"Paid leave","paid":480,"part":"day","start":420,"unpaid_break":0}],"unit":"Drawn"}','[{"asked":0,"burdens":{"holidays":[0,"0","0","0"],"nights":[1,"28/5","28/5","0"],"weekends":[0,"0","0","0"]},"denied_in_a_row":0,"granted":0,"moved":0,"periods":1,"present":5,"who":"ann"},{"asked":0,"burdens":{"holidays":[0,"0","0","0"],"nights":[1,"28/5","28/5","0"],"weekends":[0,"0","0","0"]},"denied_in_a_row":0,"granted":0,"moved":0,"periods":1,"present":5,"who":"ben"}]');
CREATE TABLE revision (
	draft INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	workbook INTEGER NOT NULL, 
	at TEXT NOT NULL, 
	who TEXT NOT NULL, 
	why TEXT NOT NULL, 
	PRIMARY KEY (draft, number), 
	FOREIGN KEY(draft) REFERENCES draft (id), 
	FOREIGN KEY(workbook) REFERENCES workbook (id)
);
INSERT INTO "revision" VALUES(1,2,2,'2026-11-27T17:38:05.706+00:00','m1','Cleo was hired');
CREATE TABLE run (
	id INTEGER NOT NULL, 
	draft INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	seed BIGINT NOT NULL, 
	engine TEXT NOT NULL, 
	status TEXT NOT NULL, 
	bound_cents BIGINT NOT NULL, 
	cost_cents BIGINT, 
	milliseconds BIGINT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(draft) REFERENCES draft (id)
);
INSERT INTO "run" VALUES(1,1,1,7,'rosters','optimal',5,5,90);
