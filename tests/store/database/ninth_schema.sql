CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0009');
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
INSERT INTO "audit" VALUES(1,'2026-11-28T12:40:17.738+00:00','m1','upgrade','database','{"after":"0009","before":null,"rows":{"salt":{"1":"488d5648deee3e8e4fd384f32cdc2cf8f58c6ca594cf6d174c86d17e3c91c3fe"}}}','0000000000000000000000000000000000000000000000000000000000000000','73727e61dfd565654724e9d181d76d265b026c1cbd51b642875fd9e9ddb7b13d');
INSERT INTO "audit" VALUES(2,'2026-11-28T12:40:17.986+00:00','m1','open','draft 1','{"rows":{"attachment":{"draft 1, attachment 1":"13d6c277705c9e9c19b8573f09029b14820bf13ac171ab71711b49b7c793f486"},"draft":{"1":"083023e0217ecf3fcfad541943cc94e95f3b93826ed5920362b4f46903512d49"},"edit":{"draft 1, version 1":"8a2ca886f47253b1fbe6cb207ee52b333f3309631c11d1aee6afa220046f6b72"},"facts":{"1":"52f619aefa944bd02738d5ec654145a9155192f3a03186b6a0fe7c451a70271a"},"unit":{"1":"f0a51a1ca47b62cf4316876f33be70a2db23b3667dee3e104afa6cd76cff345b"},"workbook":{"1":"166084f7e340a41d4f92325f91383bdbbde41e5b68742b2428d3d9227b632c94","2":"1b2f63820456ce0e4fbac650b91da8d61447ab1110e794c52419776ac5b5576c"}},"version":1}','73727e61dfd565654724e9d181d76d265b026c1cbd51b642875fd9e9ddb7b13d','e376d936fd404e625f13f762abff5d7e08c30794760638f232c6eda13619dd0e');
INSERT INTO "audit" VALUES(3,'2026-11-28T12:40:18.066+00:00','m1','publish','draft 1','{"number":1,"rows":{"publication":{"draft 1, number 1":"366f466f6f96448f2b4448aa8080395203fd00efcd87d3b853ec07e74c429dc5"}},"version":1}','e376d936fd404e625f13f762abff5d7e08c30794760638f232c6eda13619dd0e','df462642fff17f10c8259f124618e2b2fcfc055153513d73d71a5b3dac1b8d2d');
INSERT INTO "audit" VALUES(4,'2026-11-28T12:40:18.079+00:00','m1','edit','draft 1','{"rows":{"edit":{"draft 1, version 2":"7928c49ad225060dafbbd4e10eeeecb54ae256215d20f88e07d91333fce94649"}},"version":2}','df462642fff17f10c8259f124618e2b2fcfc055153513d73d71a5b3dac1b8d2d','97dfe8b8771ac3df7858ce946ec95c241d022a22878804fd4ee29b66f9dab9f8');
INSERT INTO "audit" VALUES(5,'2026-11-28T12:40:18.092+00:00','m1','undo','draft 1','{"rows":{"edit":{"draft 1, version 3":"cba23c1024306102917cda188dbe3bf35406cebf366fc26521ecce4bc1895eb4"}},"version":3}','97dfe8b8771ac3df7858ce946ec95c241d022a22878804fd4ee29b66f9dab9f8','e5dc1b271314d364aed2035137c54f5c7d81360ab50e5d4b86c775d318b95316');
INSERT INTO "audit" VALUES(6,'2026-11-28T12:40:18.109+00:00','m1','run','draft 1','{"rows":{"run":{"1":"0524aec33318d86bc726141673f0b1304f7224e8b8e37e8f2822b902b963f0ad"}},"run":1,"version":1}','e5dc1b271314d364aed2035137c54f5c7d81360ab50e5d4b86c775d318b95316','f3ab1821f3f8bb5cf4032d5dea15cbbab88c92cf709e8ca9513343481abdfe92');
INSERT INTO "audit" VALUES(7,'2026-11-28T12:40:18.122+00:00','m1','revise','draft 1','{"revision":2,"rows":{"revision":{"draft 1, revision 2":"f078fe762bd631a266c3b2595b4dcbc6d99072e612c72f3fbaca9f09642e1c74"},"workbook":{"3":"f64da1b1546bd3821d5d4b4ab5383e09bb0d58707ed719149f90971a269b1369"}}}','f3ab1821f3f8bb5cf4032d5dea15cbbab88c92cf709e8ca9513343481abdfe92','45454d35ac7ce14045cb7f469015ca6c68775e998f838b682bccb83780491926');
INSERT INTO "audit" VALUES(8,'2026-11-28T12:40:18.140+00:00','m1','lock','draft 1','{"cells":2,"rows":{"lock":{"draft 1, of digest 484d2e3d35eaca0d8d92211a875a1256":"bd7fbb52eefe10df0c39282d772793c6eeaf558a72791608497f792a1cc946ad","draft 1, of digest 62b91b7a2d7e5a87ad298b90959e57e6":"c066f892c75377d149e06319408dcc35c62bca198985bbccb7988b5488898ede"}}}','45454d35ac7ce14045cb7f469015ca6c68775e998f838b682bccb83780491926','72d73b834a72d1aeb715e34a40dc8dcdb52b7d3f6e7003e046ce41f2941e41cd');
INSERT INTO "audit" VALUES(9,'2026-11-28T12:40:18.156+00:00','m1','unlock','draft 1','{"cells":1,"rows":{"lock":{"draft 1, of digest 484d2e3d35eaca0d8d92211a875a1256":null}}}','72d73b834a72d1aeb715e34a40dc8dcdb52b7d3f6e7003e046ce41f2941e41cd','95b878c89e6697fd1b69e1b5e0a45a8739d62ce54baf88cb27a254a929efe6cf');
INSERT INTO "audit" VALUES(10,'2026-11-28T12:40:18.184+00:00','m1','open','draft 2','{"rows":{"draft":{"2":"8a82c31fedbe2a0e56ee8efba177ad3cf8ba0e0fb6393798cbd43e884419ea82"},"edit":{"draft 2, version 1":"b51dad4cba67581cc24b0c020cfb01a2b17af5a1e1e7f5cd730abed402d1f703"},"unit":{"2":"d0308352d246b1e4c1f369c91263611c1df810b8469ca5d9386887099dc2e346"},"workbook":{"4":"052f7b97ff0bb30d2babeb6c5cb2be98ca8e7d31ab19d5d7ed5166519979cf4e"}},"version":1}','95b878c89e6697fd1b69e1b5e0a45a8739d62ce54baf88cb27a254a929efe6cf','9b56426446f6bcd1f9348c49b78902b3ed339eed8cbcc0338657d09b227b974a');
INSERT INTO "audit" VALUES(11,'2026-11-28T12:40:18.221+00:00','m1','edit','draft 2','{"rows":{"edit":{"draft 2, version 2":"60499b4499544c1e3a4e437e0b0dabafe35e50a157f45a74014992a4b06cc369"}},"version":2}','9b56426446f6bcd1f9348c49b78902b3ed339eed8cbcc0338657d09b227b974a','5449a9ad0a2d61eedad9d986abed68b459f562db9756f1826bd35b4a8c645355');
INSERT INTO "audit" VALUES(12,'2026-11-28T12:40:18.253+00:00','m1','lock','draft 2','{"patients":1,"rows":{"patient_lock":{"draft 2, of digest 087792e80c4a66effb81d414e17f52b9":"a8cdb0127c06dfe41dd2d33de39c4f3e0b996005a64d8859ee429e571dfd628f"}}}','5449a9ad0a2d61eedad9d986abed68b459f562db9756f1826bd35b4a8c645355','74cdedc4ed36b3c0464ffe50aa94ad96e715852995d716ae17499bbf3b7803f8');
INSERT INTO "audit" VALUES(13,'2026-11-28T12:40:18.272+00:00','m1','unlock','draft 2','{"patients":1,"rows":{"patient_lock":{"draft 2, of digest d58cbda49cc084dbb08e8a034a88047c":"b40947512b9ba8baef75d89c0ec791913be3a8583a9f223eb814dc1d96e23084"}}}','74cdedc4ed36b3c0464ffe50aa94ad96e715852995d716ae17499bbf3b7803f8','33344c52aaf2e6b8c991d75ef945466cb2c47223b75e2d8b24964c28c2a01f31');
CREATE TABLE salt (
	id INTEGER NOT NULL, 
	value TEXT NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "salt" VALUES(1,'8b45deff6109dfaf233bc932c22239c350b61a657171d1f685634eaaa1f480dd');
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
INSERT INTO "workbook" VALUES(2,'47d36de2306eda12753ecd4128ef26dbfe5b3bb5bf8746f2c2fefc66a8477f32',X'686572206F776E20726F73746572');
INSERT INTO "workbook" VALUES(3,'46bc53d50795f77af465b25fa3cabbcd45684a2fb31cd4047ca3ac37f05b880a',X'61207365636F6E6420776F726B626F6F6B');
INSERT INTO "workbook" VALUES(4,'d182a335068160fb711b616585a58dded82bc9880872c31e935a1ad6481fec39',X'612070616E656C');
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
INSERT INTO "draft" VALUES(1,1,1,'June','2026-11-28T12:40:17.832+00:00','m1','schedule');
INSERT INTO "draft" VALUES(2,2,4,'June','2026-11-28T12:40:18.183+00:00','m1','caseloads');
CREATE TABLE facts (
	workbook INTEGER NOT NULL, 
	form TEXT NOT NULL, 
	content TEXT NOT NULL, 
	PRIMARY KEY (workbook), 
	FOREIGN KEY(workbook) REFERENCES workbook (id)
);
INSERT INTO "facts" VALUES(1,'0.1.0 3','{"aside":{"budget":[],"census":[],"ledger":[],"locked":[],"needs":[],"skill_needs":[]},"budget":[],"calendar":{"evening":[900,1380],"first":"2026-06-01","full_time":4800,"full_time_weekday":null,"holiday_pairs":[],"holidays":[],"last":"2026-06-05","night":[1380,1860],"night_weekend_shift":0,"overtime_after":2400,"pay_cycle":"every so many days","pay_period_days":14,"pay_period_start":null,"premiums_by_clock":false,"time_off":13440,"time_zone":"","week_minute":null,"week_start":6},"care":null,"closed":[],"currency":"$","given":[],"history":[],"history_from":null,"jurisdictions":[],"kind":"","ledger":[],"locked":[],"name":"Drawn","needs":[],"own_plan_from":[],"pay":[],"premiums":[],"ratios_from":[],"requests":[],"roles":[{"mark":"","name":"RN","requires":[],"turn":""},{"mark":"C","name":"Charge","requires":["charge course"],"turn":""},{"mark":"","name":"CNA","requires":[],"turn":""},{"mark":"","name":"Orientee","requires":[],"turn":""}],"rotations":[],"shifts":[{"code":"D","colour":"","end":900,"kind":"work","name":"Day","paid":480,"part":"day","parts":[],"start":420,"turn":"","unpaid_break":0},{"code":"E","colour":"","end":1380,"kind":"work","name":"Evening","paid":480,"part":"evening","parts":[],"start":900,"turn":"","unpaid_break":0},{"code":"N","colour":"","end":1860,"kind":"work","name":"Night","paid":480,"part":"night","parts":[],"start":1380,"turn":"","unpaid_break":0},{"code":"L","colour":"","end":1140,"kind":"work","name":"Long day","paid":720,"part":"day","parts":[],"start":420,"turn":"","unpaid_break":0},{"code":"M","colour":"","end":1860,"kind":"work","name":"Long night","paid":720,"part":"night","parts":[],"start":1140,"turn":"","unpaid_break":0},{"code":"C","colour":"","end":1860,"kind":"on call","name":"On call","paid":0,"part":"night","parts":[],"start":1140,"turn":"","unpaid_break":0},{"code":"S","colour":"","end":960,"kind":"education","name":"Study day","paid":480,"part":"day","parts":[],"start":480,"turn":"","unpaid_break":0},{"code":"P","colour":"","end":900,"kind":"leave","name":"Paid leave","paid":480,"part":"day","parts":[],"start":420,"turn":"","unpaid_break":0}],"skill_needs":[],"staff":[{"credentials":[],"employment":"FT","experience":60,"fte":1.0,"groups":[],"id":"ann","job":"RN","least":null,"leaves":null,"most":null,"name":"Ann","pay_class":"","preceptors":[],"review_due":null,"roles":["RN","Charge"],"rotation":"","rotation_day_one":null,"same_as":"","shifts":[],"started":null},{"credentials":[],"employment":"FT","experience":60,"fte":1.0,"groups":[],"id":"ben","job":"RN","least":null,"leaves":null,"most":null,"name":"Ben","pay_class":"","preceptors":[],"review_due":null,"roles":["RN","Charge"],"rotation":"","rotation_day_one":null,"same_as":"","shifts":[],"started":null}],"ties":[],"turns":[]}');
CREATE TABLE attachment (
	draft INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	workbook INTEGER NOT NULL, 
	PRIMARY KEY (draft, number), 
	FOREIGN KEY(draft) REFERENCES draft (id), 
	FOREIGN KEY(workbook) REFERENCES workbook (id)
);
INSERT INTO "attachment" VALUES(1,1,'may.xls',2);
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
INSERT INTO "edit" VALUES(1,1,'open',NULL,'2026-11-28T12:40:17.974+00:00','m1','Opened from a workbook','[]','[["ann","2026-06-01","N","RN"],["ann","2026-06-02","D","RN"],["ben","2026-06-03","N","RN"]]');
INSERT INTO "edit" VALUES(1,2,'edit',NULL,'2026-11-28T12:40:18.078+00:00','m1','One more at night','[]','[["ben","2026-06-05","N","RN"]]');
INSERT INTO "edit" VALUES(1,3,'undo',2,'2026-11-28T12:40:18.087+00:00','m1','Undo of version 2','[["ben","2026-06-05","N","RN"]]','[]');
INSERT INTO "edit" VALUES(2,1,'open',NULL,'2026-11-28T12:40:18.183+00:00','m1','Opened from a workbook','[]','[["2001","P-1"]]');
INSERT INTO "edit" VALUES(2,2,'edit',NULL,'2026-11-28T12:40:18.220+00:00','m1','Closer to home','[["2001","P-1"]]','[["2002","P-1"]]');
CREATE TABLE lock (
	draft INTEGER NOT NULL, 
	staff TEXT NOT NULL, 
	day TEXT NOT NULL, 
	at TEXT NOT NULL, 
	who TEXT NOT NULL, 
	PRIMARY KEY (draft, staff, day), 
	FOREIGN KEY(draft) REFERENCES draft (id)
);
INSERT INTO "lock" VALUES(1,'ann','2026-06-01','2026-11-28T12:40:18.138+00:00','m1');
CREATE TABLE patient_lock (
	draft INTEGER NOT NULL, 
	patient TEXT NOT NULL, 
	locked BOOLEAN NOT NULL, 
	at TEXT NOT NULL, 
	who TEXT NOT NULL, 
	PRIMARY KEY (draft, patient), 
	FOREIGN KEY(draft) REFERENCES draft (id)
);
INSERT INTO "patient_lock" VALUES(2,'P-1',TRUE,'2026-11-28T12:40:18.251+00:00','m1');
INSERT INTO "patient_lock" VALUES(2,'P-2',FALSE,'2026-11-28T12:40:18.271+00:00','m1');
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
INSERT INTO "publication" VALUES(1,1,1,1,1,'2026-11-28T12:40:18.056+00:00','m1','',10,0,'[["ann","2026-06-01","N","RN"],["ann","2026-06-02","D","RN"],["ben","2026-06-03","N","RN"]]','[{"mode":"must","price":0,"rule":"rest","settings":{"limit":600,"to":[]}}]','[{"day":"2026-06-02","reason":"Ben asked for it, and sleeps here","rule":"rest","sentence":"Ann has 0 h of rest before the duty on Tue 2 Jun; it should be 10 h.","who":"ann"}]','{"first":"2026-06-01","holidays":{},"last":"2026-06-05","people":[{"id":"ann","job":"RN","name":"Ann","role":"RN"},{"id":"ben","job":"RN","name":"Ben","role":"RN"}],"rotations":[],"shifts":[{"code":"D","colour":"","end":900,"kind":"work","name":"Day","paid":480,"part":"day","parts":[],"start":420,"turn":"","unpaid_break":0},{"code":"E","colour":"","end":1380,"kind":"work","name":"Evening","paid":480,"part":"evening","parts":[],"start":900,"turn":"","unpaid_break":0},{"code":"N","colour":"","end":1860,"kind":"work","name":"Night","paid":480,"part":"night","parts":[],"start":1380,"turn":"","unpaid_break":0},{"code":"L","colour":"","end":1140,"kind":"work","name":"Long day","paid":720,"part":"day","parts":[],"start":420,"turn":"","unpaid_break":0},{"code":"M","colour":"","end":1860,"kind":"work","name":"Long night","paid":720,"part":"night","parts":[],"start":1140,"turn":"","unpaid_break":0},{"code":"C","colour":"","end":1860,"kind":"on call","name":"On call","paid":0,"part":"night","parts":[],"start":1140,"turn":"","unpaid_break":0},{"code":"S","colour":"","end":960,"kind":"education","name":"Study day","paid":480,"part":"day","parts":[],"start":480,"turn":"","unpaid_break":0},{"code":"P","colour":"","end":900,"kind":"leave","name":"Paid leave","paid":480,"part":"day","parts":[],"start":420,"turn":"","unpaid_break":0}],"unit":"Drawn"}','[{"asked":0,"burdens":{"holidays":[0,"0","0","0"],"nights":[1,"28/5","28/5","0"],"weekends":[0,"0","0","0"]},"denied_in_a_row":0,"granted":0,"moved":0,"periods":1,"present":5,"who":"ann"},{"asked":0,"burdens":{"holidays":[0,"0","0","0"],"nights":[1,"28/5","28/5","0"],"weekends":[0,"0","0","0"]},"denied_in_a_row":0,"granted":0,"moved":0,"periods":1,"present":5,"who":"ben"}]');
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
INSERT INTO "revision" VALUES(1,2,3,'2026-11-28T12:40:18.120+00:00','m1','Cleo was hired');
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
