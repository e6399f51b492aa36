CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0007');
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
INSERT INTO "audit" VALUES(1,'2026-11-27T20:19:43.413+00:00','m1','upgrade','database','{"after":"0007","before":null,"rows":{"salt":{"1":"87fd4546a287fb1914e84b0b2848dd8c08e52b792c5f463deb67896ee3d308fa"}}}','0000000000000000000000000000000000000000000000000000000000000000','e83858a19e71def08005c678d06f5097cf4e61bd00e1575d4927887434c39106');
INSERT INTO "audit" VALUES(2,'2026-11-27T20:19:43.478+00:00','m1','open','draft 1','{"rows":{"draft":{"1":"4d1c576a64d3a0818362f1dad0a8852df26ce831bff9cdab97a7531701bfc8df"},"edit":{"draft 1, version 1":"7da74a99c38eb99ec3df0e98987ec4c0badf6327bfbf85df777591f3132650b9"},"unit":{"1":"4fc52e376dd722f6be774f98b2780ec8ac3132ee6da6944ad1b3a0269ab3035b"},"workbook":{"1":"377a1a2da21b240189966cdb07e134db9313bbc34613eb689c59e3ce392474b9"}},"version":1}','e83858a19e71def08005c678d06f5097cf4e61bd00e1575d4927887434c39106','5537f3482e505425ca4356bd5c85218d7a42fd5731864e123114abc27c5662ea');
INSERT INTO "audit" VALUES(3,'2026-11-27T20:19:43.564+00:00','m1','publish','draft 1','{"number":1,"rows":{"publication":{"draft 1, number 1":"dee8278a0f8e0f44afa7b8b911c4525212d24f3a02985952f43e92a45f5c0a0a"}},"version":1}','5537f3482e505425ca4356bd5c85218d7a42fd5731864e123114abc27c5662ea','d93f17cacabc6ab80b0dc07e0ed630e31d5f831bd4bda3de0cdac52c369db471');
INSERT INTO "audit" VALUES(4,'2026-11-27T20:19:43.606+00:00','m1','edit','draft 1','{"rows":{"edit":{"draft 1, version 2":"6ae406e7b2b27190478c9d327a0f0ed9b957a3d0cb438a933c10482ef7f90031"}},"version":2}','d93f17cacabc6ab80b0dc07e0ed630e31d5f831bd4bda3de0cdac52c369db471','e902c0e610a574621036caff9bd97f5af2c882f75c23d912d70a57bbf7be002b');
INSERT INTO "audit" VALUES(5,'2026-11-27T20:19:43.636+00:00','m1','undo','draft 1','{"rows":{"edit":{"draft 1, version 3":"4e63f40dcd68374dcc89f6102501bb5ab4961901f8921b4f3557485e0410b410"}},"version":3}','e902c0e610a574621036caff9bd97f5af2c882f75c23d912d70a57bbf7be002b','576a643595d754d61512b700be88a5788e42c7480e947e76343083f84178c05e');
INSERT INTO "audit" VALUES(6,'2026-11-27T20:19:43.669+00:00','m1','run','draft 1','{"rows":{"run":{"1":"aae76706762e0f82553b13e2361c88f001c0b6fb26b1e96c0f92859fed58925e"}},"run":1,"version":1}','576a643595d754d61512b700be88a5788e42c7480e947e76343083f84178c05e','a730633e49d2a730790978561c732c7c2daf7be96e890cf92587de05f0a415e4');
INSERT INTO "audit" VALUES(7,'2026-11-27T20:19:43.709+00:00','m1','revise','draft 1','{"revision":2,"rows":{"revision":{"draft 1, revision 2":"f3c21a36847f2e7b072e130d9a728a473b61cee7dbfc3cafee88ad14a8fa77fe"},"workbook":{"2":"111c391dc372f6489c51997a65bb6d2c4bd76251adc5135c611b4ecc56b1f80e"}}}','a730633e49d2a730790978561c732c7c2daf7be96e890cf92587de05f0a415e4','066afaceec2ac813e772adc26f01ac26e7729da68279f23772d1852383a54687');
INSERT INTO "audit" VALUES(8,'2026-11-27T20:19:43.746+00:00','m1','lock','draft 1','{"cells":2,"rows":{"lock":{"draft 1, of digest 2eeb8a7098d68c61d5fc866672a455b5":"f3ae952d3f9e3e6ff270cb16badf69830ea919c52cbd17b8439b5cb9dcfc0434","draft 1, of digest f6a30b7b3d19ec9bf865779a64f1d1a9":"cb2d2159eaf8611f77ded4fb2e1553b27656f97e4e688a42bf01d2ef00b3da95"}}}','066afaceec2ac813e772adc26f01ac26e7729da68279f23772d1852383a54687','8b5bb106eaf8389452d5c2efd73075a6bf32972bc0e1f27714b0fd646452e611');
INSERT INTO "audit" VALUES(9,'2026-11-27T20:19:43.777+00:00','m1','unlock','draft 1','{"cells":1,"rows":{"lock":{"draft 1, of digest 2eeb8a7098d68c61d5fc866672a455b5":null}}}','8b5bb106eaf8389452d5c2efd73075a6bf32972bc0e1f27714b0fd646452e611','5f62c4f2d4ade07d662ec4119fa5ae414debadae96303440ccc9f5f1b52da82c');
INSERT INTO "audit" VALUES(10,'2026-11-27T20:19:43.818+00:00','m1','open','draft 2','{"rows":{"draft":{"2":"2040d628ac9b875d9e1d9eaca9741b5970f532a02f7fe31e05b1b01d16e500c9"},"edit":{"draft 2, version 1":"012ad54dcb8054a9c0fff3364a015e131e3fe3b96bca2403c7f4c3b824fa41b4"},"unit":{"2":"cc9020e82c0ffbdf17deb961f4bd605cb6cc900280793fdffa44066048a0dae4"},"workbook":{"3":"e3050bb0cf3b85a9bd1beb96939ce93fe0ca378231513901e29a8be9ff2717d5"}},"version":1}','5f62c4f2d4ade07d662ec4119fa5ae414debadae96303440ccc9f5f1b52da82c','9a70e9876da29e901ded242157592bfafbfe0a36cf73e04476b554e482b6e790');
INSERT INTO "audit" VALUES(11,'2026-11-27T20:19:43.854+00:00','m1','edit','draft 2','{"rows":{"edit":{"draft 2, version 2":"8a2c8a38fa266ef44f36345f32cb66046de87e29d64f73d7b083b7fc9452ae02"}},"version":2}','9a70e9876da29e901ded242157592bfafbfe0a36cf73e04476b554e482b6e790','09c823ac2352784c3afae71d5b47671bfb5312838d5b4ac1ba587a1c39e117cf');
INSERT INTO "audit" VALUES(12,'2026-11-27T20:19:43.889+00:00','m1','lock','draft 2','{"patients":1,"rows":{"patient_lock":{"draft 2, of digest 2d88dd33ed9d486e3ec37fca6bd1492e":"0b3b3965520b64fff9a7cf0d5a1d863dd86aaaebac8f604a473de64efa1104cf"}}}','09c823ac2352784c3afae71d5b47671bfb5312838d5b4ac1ba587a1c39e117cf','8c57050da3a8795d996398149a3b97b3f73693b6fb2abbc363f016c1bd3528ef');
INSERT INTO "audit" VALUES(13,'2026-11-27T20:19:43.915+00:00','m1','unlock','draft 2','{"patients":1,"rows":{"patient_lock":{"draft 2, of digest 5f5125e489a1c47d87901950ce8e8b80":"864780ca1765a003dec23d33a95114089903da1fcd06632bbadc7fb69caf255c"}}}','8c57050da3a8795d996398149a3b97b3f73693b6fb2abbc363f016c1bd3528ef','aa8e65e67eab6a1deaf5779fc0f9f3419fc3bc77ad5c35a5f26685cf7ef36ba2');
CREATE TABLE salt (
	id INTEGER NOT NULL, 
	value TEXT NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "salt" VALUES(1,'5b18af00278a47ebfe83790ad79af70bd754ac2c0e0dfb78f5a8d65617d08be3');
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
INSERT INTO "draft" VALUES(1,1,1,'June','2026-11-27T20:19:43.476+00:00','m1','schedule');
INSERT INTO "draft" VALUES(2,2,3,'June','2026-11-27T20:19:43.816+00:00','m1','caseloads');
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
INSERT INTO "edit" VALUES(1,1,'open',NULL,'2026-11-27T20:19:43.477+00:00','m1','Opened from a workbook','[]','[["ann","2026-06-01","N","RN"],["ann","2026-06-02","D","RN"],["ben","2026-06-03","N","RN"]]');
INSERT INTO "edit" VALUES(1,2,'edit',NULL,'2026-11-27T20:19:43.605+00:00','m1','One more at night','[]','[["ben","2026-06-05","N","RN"]]');
INSERT INTO "edit" VALUES(1,3,'undo',2,'2026-11-27T20:19:43.634+00:00','m1','Undo of version 2','[["ben","2026-06-05","N","RN"]]','[]');
INSERT INTO "edit" VALUES(2,1,'open',NULL,'2026-11-27T20:19:43.817+00:00','m1','Opened from a workbook','[]','[["2001","P-1"]]');
INSERT INTO "edit" VALUES(2,2,'edit',NULL,'2026-11-27T20:19:43.853+00:00','m1','Closer to home','[["2001","P-1"]]','[["2002","P-1"]]');
CREATE TABLE lock (
	draft INTEGER NOT NULL, 
	staff TEXT NOT NULL, 
	day TEXT NOT NULL, 
	at TEXT NOT NULL, 
	who TEXT NOT NULL, 
	PRIMARY KEY (draft, staff, day), 
	FOREIGN KEY(draft) REFERENCES draft (id)
);
INSERT INTO "lock" VALUES(1,'ann','2026-06-01','2026-11-27T20:19:43.744+00:00','m1');
CREATE TABLE patient_lock (
	draft INTEGER NOT NULL, 
	patient TEXT NOT NULL, 
	locked BOOLEAN NOT NULL, 
	at TEXT NOT NULL, 
	who TEXT NOT NULL, 
	PRIMARY KEY (draft, patient), 
	FOREIGN KEY(draft) REFERENCES draft (id)
);
INSERT INTO "patient_lock" VALUES(2,'P-1',true,'2026-11-27T20:19:43.888+00:00','m1');
INSERT INTO "patient_lock" VALUES(2,'P-2',false,'2026-11-27T20:19:43.910+00:00','m1');
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
INSERT INTO "publication" VALUES(1,1,1,1,1,'2026-11-27T20:19:43.549+00:00','m1','',10,0,'[["ann","2026-06-01","N","RN"],["ann","2026-06-02","D","RN"],["ben","2026-06-03","N","RN"]]','[{"mode":"must","price":0,"rule":"rest","settings":{"limit":600,"to":[]}}]','[{"day":"2026-06-02","reason":"Ben asked for it, and sleeps here","rule":"rest","sentence":"Ann has 0 h of rest before the duty on Tue 2 Jun; it should be 10 h.","who":"ann"}]','{"first":"2026-06-01","holidays":{},"last":"2026-06-05","people":[{"id":"ann","job":"RN","name":"Ann","role":"RN"},{"id":"ben","job":"RN","name":"Ben","role":"RN"}],"shifts":[{"code":"D","colour":"","end":900,"kind":"work","name":"Day","paid":480,"part":"day","start":420,"unpaid_break":0},{"code":"E","colour":"","end":1380,"kind":"work","name":"Evening","paid":480,"part":"evening","start":900,"unpaid_break":0},{"code":"N","colour":"","end":1860,"kind":"work","name":"Night","paid":480,"part":"night","start":1380,"unpaid_break":0},{"code":"L","colour":"","end":1140,"kind":"work","name":"Long day","paid":720,"part":"day","start":420,"unpaid_break":0},{"code":"M","colour":"","end":1860,"kind":"work","name":"Long night","paid":720,"part":"night","start":1140,"unpaid_break":0},{"code":"C","colour":"","end":1860,"kind":"on call","name":"On call","paid":0,"part":"night","start":1140,"unpaid_break":0},{"code":"S","colour":"","end":960,"kind":"education","name":"Study day","paid":480,"part":"day","start":480,"unpaid_break":0},{"code":"P","colour":"","end":900,"kind":"leave","name":"Paid leave","paid":480,"part":"day","start":420,"unpaid_break":0}],"unit":"Drawn"}','[{"asked":0,"burdens":{"holidays":[0,"0","0","0"],"nights":[1,"28/5","28/5","0"],"weekends":[0,"0","0","0"]},"denied_in_a_row":0,"granted":0,"moved":0,"periods":1,"present":5,"who":"ann"},{"asked":0,"burdens":{"holidays":[0,"0","0","0"],"nights":[1,"28/5","28/5","0"],"weekends":[0,"0","0","0"]},"denied_in_a_row":0,"granted":0,"moved":0,"periods":1,"present":5,"who":"ben"}]');
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
INSERT INTO "revision" VALUES(1,2,2,'2026-11-27T20:19:43.707+00:00','m1','Cleo was hired');
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
