-- migration 001 -1786326906
-- migration 002 1466781611
-- migration 003 -1885398064
-- migration 004 -1464998784
-- migration 005 -209333729
-- migration 006 1604169352
-- migration 007 648956611
-- migration 008 444183739
-- migration 009 -413039505
-- migration 010 -1795542535
-- migration 011 1597595332
-- migration 012 598887480
-- migration 013 -1535597573
-- migration 014 1110790048
-- migration 015 -922298371
-- migration 016 -1839274137
-- migration 017 167662989
COPY bot.entry_link (id, workspace_id, kind, token, role, member_id, made_by, created_at, expires_at, used_at) FROM stdin;
1	1	OWNER	\\x6a9eb5ba16bb2c0351d85e2f276ad5da0c9069a615c6307e87fa5ee0d1365a3a	OWNER	\N	\N	2026-11-26 02:52:05.997096+00	2026-11-27 02:52:05.997096+00	\N
\.
COPY bot.inbound (id, workspace_id, channel_id, external_id, contact_id, shard, message_id, epoch, state, attempts, due_at, outcome, conversation_id, fingerprint, raw, received_at, done_at) FROM stdin;
1	1	wa	wamid.IN-0-3	1	1	1	0	DONE	0	\N	REPLY	1	REPLY row Q-03	{"id": "wamid.IN-0-3", "from": "593900000000", "text": {"body": "¿qué hay de garantia?"}, "type": "text", "timestamp": "1795661531"}	2026-11-26 02:52:12.600134+00	2026-11-26 02:52:14.274314+00
2	1	wa	wamid.IN-1-1	2	2	2	0	DONE	0	\N	REPLY	2	REPLY row Q-01	{"id": "wamid.IN-1-1", "from": "593900000001", "text": {"body": "¿qué hay de precio?"}, "type": "text", "timestamp": "1795661531"}	2026-11-26 02:52:13.223213+00	2026-11-26 02:52:16.042679+00
3	1	wa	wamid.IN-2-1	3	3	3	0	DONE	0	\N	REPLY	3	REPLY row Q-01	{"id": "wamid.IN-2-1", "from": "593900000002", "text": {"body": "¿qué hay de precio?"}, "type": "text", "timestamp": "1795661533"}	2026-11-26 02:52:14.249859+00	2026-11-26 02:52:16.042679+00
7	1	wa	wamid.IN-0-0	1	1	8	0	DONE	0	\N	REPLY	1	REPLY row Q-00	{"id": "wamid.IN-0-0", "from": "593900000000", "text": {"body": "¿qué hay de horario?"}, "type": "text", "timestamp": "1795661535"}	2026-11-26 02:52:16.476392+00	2026-11-26 02:52:17.208196+00
5	1	wa	wamid.IN-1-0	2	2	6	0	DONE	0	\N	REPLY	2	REPLY row Q-00	{"id": "wamid.IN-1-0", "from": "593900000001", "text": {"body": "¿qué hay de horario?"}, "type": "text", "timestamp": "1795661534"}	2026-11-26 02:52:15.229743+00	2026-11-26 02:52:18.719547+00
4	1	wa	wamid.IN-2-3	3	3	5	0	DONE	0	\N	REPLY	3	REPLY row Q-03	{"id": "wamid.IN-2-3", "from": "593900000002", "text": {"body": "¿qué hay de garantia?"}, "type": "text", "timestamp": "1795661534"}	2026-11-26 02:52:14.82708+00	2026-11-26 02:52:18.719547+00
8	1	wa	wamid.IN-2-0	3	3	13	0	DONE	0	\N	REPLY	3	REPLY row Q-00	{"id": "wamid.IN-2-0", "from": "593900000002", "text": {"body": "¿qué hay de horario?"}, "type": "text", "timestamp": "1795661536"}	2026-11-26 02:52:16.885708+00	2026-11-26 02:52:19.720391+00
11	1	wa	wamid.IN-0-2	1	1	19	0	DONE	0	\N	REPLY	1	REPLY row Q-02	{"id": "wamid.IN-0-2", "from": "593900000000", "text": {"body": "¿qué hay de envio?"}, "type": "text", "timestamp": "1795661539"}	2026-11-26 02:52:19.860873+00	2026-11-26 02:52:21.610283+00
6	1	wa	wamid.IN-1-2	2	2	7	0	DONE	0	\N	REPLY	2	REPLY row Q-02	{"id": "wamid.IN-1-2", "from": "593900000001", "text": {"body": "¿qué hay de envio?"}, "type": "text", "timestamp": "1795661535"}	2026-11-26 02:52:15.757805+00	2026-11-26 02:52:21.610283+00
10	1	wa	wamid.IN-2-2	3	3	18	0	DONE	0	\N	REPLY	3	REPLY row Q-02	{"id": "wamid.IN-2-2", "from": "593900000002", "text": {"body": "¿qué hay de envio?"}, "type": "text", "timestamp": "1795661538"}	2026-11-26 02:52:18.813367+00	2026-11-26 02:52:22.261937+00
12	1	wa	wamid.IN-0-1	1	1	20	0	DONE	0	\N	REPLY	1	REPLY row Q-01	{"id": "wamid.IN-0-1", "from": "593900000000", "text": {"body": "¿qué hay de precio?"}, "type": "text", "timestamp": "1795661540"}	2026-11-26 02:52:20.385585+00	2026-11-26 02:52:22.91374+00
9	1	wa	wamid.IN-1-3	2	2	14	0	DONE	0	\N	REPLY	2	REPLY row Q-03	{"id": "wamid.IN-1-3", "from": "593900000001", "text": {"body": "¿qué hay de garantia?"}, "type": "text", "timestamp": "1795661536"}	2026-11-26 02:52:17.842895+00	2026-11-26 02:52:22.91374+00
\.
COPY bot.parcel (id, workspace_id, contact_id, shard, message_id, channel_id, address_id, rank, epoch, inbound_id, state, attempts, due_at, sending_at, token, external_id, reason, resent, created_at, settled_at) FROM stdin;
1	1	1	1	4	wa	1	1	0	1	SENT	1	2026-11-26 02:52:14.629877+00	2026-11-26 02:52:15.074657+00	1	wamid.STANDINa3461a9a00000001	\N	f	2026-11-26 02:52:14.629877+00	2026-11-26 02:52:18.749141+00
3	1	3	3	10	wa	3	1	0	3	SENT	1	2026-11-26 02:52:16.678887+00	2026-11-26 02:52:16.958131+00	1	wamid.STANDINa3461a9a00000002	\N	f	2026-11-26 02:52:16.678887+00	2026-11-26 02:52:19.874144+00
2	1	2	2	9	wa	2	1	0	2	SENT	1	2026-11-26 02:52:16.678887+00	2026-11-26 02:52:16.958131+00	1	wamid.STANDINa3461a9a00000003	\N	f	2026-11-26 02:52:16.678887+00	2026-11-26 02:52:19.874144+00
4	1	1	1	11	wa	1	1	0	7	SENT	1	2026-11-26 02:52:17.44579+00	2026-11-26 02:52:19.54497+00	1	wamid.STANDINa3461a9a00000004	\N	f	2026-11-26 02:52:17.44579+00	2026-11-26 02:52:20.336408+00
6	1	2	2	15	wa	2	1	0	5	SENT	1	2026-11-26 02:52:19.181796+00	2026-11-26 02:52:20.221667+00	1	wamid.STANDINa3461a9a00000005	\N	f	2026-11-26 02:52:19.181796+00	2026-11-26 02:52:21.38343+00
8	1	3	3	17	wa	3	1	0	4	SENT	1	2026-11-26 02:52:19.181796+00	2026-11-26 02:52:20.221667+00	1	wamid.STANDINa3461a9a00000006	\N	f	2026-11-26 02:52:19.181796+00	2026-11-26 02:52:21.790227+00
5	1	1	1	12	wa	1	1	0	7	SENT	1	2026-11-26 02:52:17.44579+00	2026-11-26 02:52:20.731568+00	1	wamid.STANDINa3461a9a00000007	\N	f	2026-11-26 02:52:17.44579+00	2026-11-26 02:52:22.315047+00
7	1	2	2	16	wa	2	1	0	5	SENT	1	2026-11-26 02:52:19.181796+00	2026-11-26 02:52:22.089119+00	1	wamid.STANDINa3461a9a00000008	\N	f	2026-11-26 02:52:19.181796+00	2026-11-26 02:52:22.824001+00
9	1	3	3	21	wa	3	1	0	8	SENT	1	2026-11-26 02:52:20.984462+00	2026-11-26 02:52:22.749454+00	1	wamid.STANDINa3461a9a00000009	\N	f	2026-11-26 02:52:20.984462+00	2026-11-26 02:52:23.054673+00
12	1	1	1	24	wa	1	1	0	11	SENT	1	2026-11-26 02:52:21.799105+00	2026-11-26 02:52:23.481898+00	1	wamid.STANDINa3461a9a00000011	\N	f	2026-11-26 02:52:21.799105+00	2026-11-26 02:52:23.758809+00
11	1	2	2	23	wa	2	1	0	6	SENT	1	2026-11-26 02:52:21.799105+00	2026-11-26 02:52:23.481898+00	1	wamid.STANDINa3461a9a00000010	\N	f	2026-11-26 02:52:21.799105+00	2026-11-26 02:52:23.925768+00
10	1	3	3	22	wa	3	1	0	8	SENT	1	2026-11-26 02:52:20.984462+00	2026-11-26 02:52:23.637114+00	1	wamid.STANDINa3461a9a00000012	\N	f	2026-11-26 02:52:20.984462+00	2026-11-26 02:52:24.138447+00
15	1	1	1	27	wa	1	1	0	12	SENT	1	2026-11-26 02:52:23.331498+00	2026-11-26 02:52:23.926077+00	1	wamid.STANDINa3461a9a00000013	\N	f	2026-11-26 02:52:23.331498+00	2026-11-26 02:52:24.469801+00
14	1	2	2	26	wa	2	1	0	9	SENT	1	2026-11-26 02:52:23.331498+00	2026-11-26 02:52:24.146308+00	1	wamid.STANDINa3461a9a00000014	\N	f	2026-11-26 02:52:23.331498+00	2026-11-26 02:52:24.652341+00
13	1	3	3	25	wa	3	1	0	10	SENT	1	2026-11-26 02:52:22.395583+00	2026-11-26 02:52:24.400998+00	1	wamid.STANDINa3461a9a00000015	\N	f	2026-11-26 02:52:22.395583+00	2026-11-26 02:52:24.795236+00
\.
COPY bot.receipt (id, workspace_id, channel_id, external_id, kind, callback, code, reason, provider_at, state, attempts, due_at, raw, received_at) FROM stdin;
1	1	wa	wamid.STANDINa3461a9a00000001	SENT	relevo-1	\N	\N	2026-11-26 02:52:17+00	DONE	0	-infinity	{"id": "wamid.STANDINa3461a9a00000001", "status": "sent", "timestamp": "1795661537", "recipient_id": "593900000000", "biz_opaque_callback_data": "relevo-1"}	2026-11-26 02:52:17.842895+00
2	1	wa	wamid.STANDINa3461a9a00000001	DELIVERED	relevo-1	\N	\N	2026-11-26 02:52:17+00	DONE	0	-infinity	{"id": "wamid.STANDINa3461a9a00000001", "status": "delivered", "timestamp": "1795661537", "recipient_id": "593900000000", "biz_opaque_callback_data": "relevo-1"}	2026-11-26 02:52:17.842895+00
3	1	wa	wamid.STANDINa3461a9a00000001	READ	relevo-1	\N	\N	2026-11-26 02:52:17+00	DONE	0	-infinity	{"id": "wamid.STANDINa3461a9a00000001", "status": "read", "timestamp": "1795661537", "recipient_id": "593900000000", "biz_opaque_callback_data": "relevo-1"}	2026-11-26 02:52:17.842895+00
4	1	wa	wamid.STANDINa3461a9a00000002	SENT	relevo-3	\N	\N	2026-11-26 02:52:17+00	DONE	0	-infinity	{"id": "wamid.STANDINa3461a9a00000002", "status": "sent", "timestamp": "1795661537", "recipient_id": "593900000002", "biz_opaque_callback_data": "relevo-3"}	2026-11-26 02:52:18.813367+00
5	1	wa	wamid.STANDINa3461a9a00000002	DELIVERED	relevo-3	\N	\N	2026-11-26 02:52:17+00	DONE	0	-infinity	{"id": "wamid.STANDINa3461a9a00000002", "status": "delivered", "timestamp": "1795661537", "recipient_id": "593900000002", "biz_opaque_callback_data": "relevo-3"}	2026-11-26 02:52:18.813367+00
6	1	wa	wamid.STANDINa3461a9a00000002	READ	relevo-3	\N	\N	2026-11-26 02:52:17+00	DONE	0	-infinity	{"id": "wamid.STANDINa3461a9a00000002", "status": "read", "timestamp": "1795661537", "recipient_id": "593900000002", "biz_opaque_callback_data": "relevo-3"}	2026-11-26 02:52:18.813367+00
7	1	wa	wamid.STANDINa3461a9a00000003	SENT	relevo-2	\N	\N	2026-11-26 02:52:18+00	DONE	0	-infinity	{"id": "wamid.STANDINa3461a9a00000003", "status": "sent", "timestamp": "1795661538", "recipient_id": "593900000001", "biz_opaque_callback_data": "relevo-2"}	2026-11-26 02:52:18.813367+00
8	1	wa	wamid.STANDINa3461a9a00000003	DELIVERED	relevo-2	\N	\N	2026-11-26 02:52:18+00	DONE	0	-infinity	{"id": "wamid.STANDINa3461a9a00000003", "status": "delivered", "timestamp": "1795661538", "recipient_id": "593900000001", "biz_opaque_callback_data": "relevo-2"}	2026-11-26 02:52:18.813367+00
9	1	wa	wamid.STANDINa3461a9a00000003	READ	relevo-2	\N	\N	2026-11-26 02:52:18+00	DONE	0	-infinity	{"id": "wamid.STANDINa3461a9a00000003", "status": "read", "timestamp": "1795661538", "recipient_id": "593900000001", "biz_opaque_callback_data": "relevo-2"}	2026-11-26 02:52:18.813367+00
10	1	wa	wamid.STANDINa3461a9a00000004	SENT	relevo-4	\N	\N	2026-11-26 02:52:20+00	DONE	0	-infinity	{"id": "wamid.STANDINa3461a9a00000004", "status": "sent", "timestamp": "1795661540", "recipient_id": "593900000000", "biz_opaque_callback_data": "relevo-4"}	2026-11-26 02:52:20.385585+00
11	1	wa	wamid.STANDINa3461a9a00000004	DELIVERED	relevo-4	\N	\N	2026-11-26 02:52:20+00	DONE	0	-infinity	{"id": "wamid.STANDINa3461a9a00000004", "status": "delivered", "timestamp": "1795661540", "recipient_id": "593900000000", "biz_opaque_callback_data": "relevo-4"}	2026-11-26 02:52:20.385585+00
12	1	wa	wamid.STANDINa3461a9a00000004	READ	relevo-4	\N	\N	2026-11-26 02:52:20+00	DONE	0	-infinity	{"id": "wamid.STANDINa3461a9a00000004", "status": "read", "timestamp": "1795661540", "recipient_id": "593900000000", "biz_opaque_callback_data": "relevo-4"}	2026-11-26 02:52:20.385585+00
13	1	wa	wamid.STANDINa3461a9a00000005	SENT	relevo-6	\N	\N	2026-11-26 02:52:20+00	DONE	0	-infinity	{"id": "wamid.STANDINa3461a9a00000005", "status": "sent", "timestamp": "1795661540", "recipient_id": "593900000001", "biz_opaque_callback_data": "relevo-6"}	2026-11-26 02:52:21.1136+00
14	1	wa	wamid.STANDINa3461a9a00000005	DELIVERED	relevo-6	\N	\N	2026-11-26 02:52:20+00	DONE	0	-infinity	{"id": "wamid.STANDINa3461a9a00000005", "status": "delivered", "timestamp": "1795661540", "recipient_id": "593900000001", "biz_opaque_callback_data": "relevo-6"}	2026-11-26 02:52:21.223212+00
15	1	wa	wamid.STANDINa3461a9a00000005	READ	relevo-6	\N	\N	2026-11-26 02:52:20+00	DONE	0	-infinity	{"id": "wamid.STANDINa3461a9a00000005", "status": "read", "timestamp": "1795661540", "recipient_id": "593900000001", "biz_opaque_callback_data": "relevo-6"}	2026-11-26 02:52:21.223212+00
16	1	wa	wamid.STANDINa3461a9a00000006	SENT	relevo-8	\N	\N	2026-11-26 02:52:21+00	DONE	0	-infinity	{"id": "wamid.STANDINa3461a9a00000006", "status": "sent", "timestamp": "1795661541", "recipient_id": "593900000002", "biz_opaque_callback_data": "relevo-8"}	2026-11-26 02:52:21.386422+00
17	1	wa	wamid.STANDINa3461a9a00000006	DELIVERED	relevo-8	\N	\N	2026-11-26 02:52:21+00	DONE	0	-infinity	{"id": "wamid.STANDINa3461a9a00000006", "status": "delivered", "timestamp": "1795661541", "recipient_id": "593900000002", "biz_opaque_callback_data": "relevo-8"}	2026-11-26 02:52:21.386422+00
18	1	wa	wamid.STANDINa3461a9a00000006	READ	relevo-8	\N	\N	2026-11-26 02:52:21+00	DONE	0	-infinity	{"id": "wamid.STANDINa3461a9a00000006", "status": "read", "timestamp": "1795661541", "recipient_id": "593900000002", "biz_opaque_callback_data": "relevo-8"}	2026-11-26 02:52:21.386422+00
19	1	wa	wamid.STANDINa3461a9a00000007	SENT	relevo-5	\N	\N	2026-11-26 02:52:21+00	DONE	0	-infinity	{"id": "wamid.STANDINa3461a9a00000007", "status": "sent", "timestamp": "1795661541", "recipient_id": "593900000000", "biz_opaque_callback_data": "relevo-5"}	2026-11-26 02:52:22.047188+00
20	1	wa	wamid.STANDINa3461a9a00000007	DELIVERED	relevo-5	\N	\N	2026-11-26 02:52:21+00	DONE	0	-infinity	{"id": "wamid.STANDINa3461a9a00000007", "status": "delivered", "timestamp": "1795661541", "recipient_id": "593900000000", "biz_opaque_callback_data": "relevo-5"}	2026-11-26 02:52:22.047188+00
21	1	wa	wamid.STANDINa3461a9a00000007	READ	relevo-5	\N	\N	2026-11-26 02:52:21+00	DONE	0	-infinity	{"id": "wamid.STANDINa3461a9a00000007", "status": "read", "timestamp": "1795661541", "recipient_id": "593900000000", "biz_opaque_callback_data": "relevo-5"}	2026-11-26 02:52:22.047188+00
22	1	wa	wamid.STANDINa3461a9a00000008	READ	relevo-7	\N	\N	2026-11-26 02:52:22+00	DONE	0	-infinity	{"id": "wamid.STANDINa3461a9a00000008", "status": "read", "timestamp": "1795661542", "recipient_id": "593900000001", "biz_opaque_callback_data": "relevo-7"}	2026-11-26 02:52:22.577956+00
23	1	wa	wamid.STANDINa3461a9a00000008	SENT	relevo-7	\N	\N	2026-11-26 02:52:22+00	DONE	0	-infinity	{"id": "wamid.STANDINa3461a9a00000008", "status": "sent", "timestamp": "1795661542", "recipient_id": "593900000001", "biz_opaque_callback_data": "relevo-7"}	2026-11-26 02:52:22.745843+00
24	1	wa	wamid.STANDINa3461a9a00000008	DELIVERED	relevo-7	\N	\N	2026-11-26 02:52:22+00	DONE	0	-infinity	{"id": "wamid.STANDINa3461a9a00000008", "status": "delivered", "timestamp": "1795661542", "recipient_id": "593900000001", "biz_opaque_callback_data": "relevo-7"}	2026-11-26 02:52:22.745843+00
25	1	wa	wamid.STANDINa3461a9a00000009	SENT	relevo-9	\N	\N	2026-11-26 02:52:22+00	DONE	0	-infinity	{"id": "wamid.STANDINa3461a9a00000009", "status": "sent", "timestamp": "1795661542", "recipient_id": "593900000002", "biz_opaque_callback_data": "relevo-9"}	2026-11-26 02:52:22.98831+00
26	1	wa	wamid.STANDINa3461a9a00000009	DELIVERED	relevo-9	\N	\N	2026-11-26 02:52:22+00	DONE	0	-infinity	{"id": "wamid.STANDINa3461a9a00000009", "status": "delivered", "timestamp": "1795661542", "recipient_id": "593900000002", "biz_opaque_callback_data": "relevo-9"}	2026-11-26 02:52:23.173776+00
27	1	wa	wamid.STANDINa3461a9a00000009	READ	relevo-9	\N	\N	2026-11-26 02:52:22+00	DONE	0	-infinity	{"id": "wamid.STANDINa3461a9a00000009", "status": "read", "timestamp": "1795661542", "recipient_id": "593900000002", "biz_opaque_callback_data": "relevo-9"}	2026-11-26 02:52:23.173776+00
28	1	wa	wamid.STANDINa3461a9a00000011	SENT	relevo-12	\N	\N	2026-11-26 02:52:23+00	DONE	0	-infinity	{"id": "wamid.STANDINa3461a9a00000011", "status": "sent", "timestamp": "1795661543", "recipient_id": "593900000000", "biz_opaque_callback_data": "relevo-12"}	2026-11-26 02:52:23.644733+00
29	1	wa	wamid.STANDINa3461a9a00000010	SENT	relevo-11	\N	\N	2026-11-26 02:52:23+00	DONE	0	-infinity	{"id": "wamid.STANDINa3461a9a00000010", "status": "sent", "timestamp": "1795661543", "recipient_id": "593900000001", "biz_opaque_callback_data": "relevo-11"}	2026-11-26 02:52:23.69198+00
34	1	wa	wamid.STANDINa3461a9a00000012	SENT	relevo-10	\N	\N	2026-11-26 02:52:24+00	DONE	0	-infinity	{"id": "wamid.STANDINa3461a9a00000012", "status": "sent", "timestamp": "1795661544", "recipient_id": "593900000002", "biz_opaque_callback_data": "relevo-10"}	2026-11-26 02:52:24.127185+00
35	1	wa	wamid.STANDINa3461a9a00000012	DELIVERED	relevo-10	\N	\N	2026-11-26 02:52:24+00	DONE	0	-infinity	{"id": "wamid.STANDINa3461a9a00000012", "status": "delivered", "timestamp": "1795661544", "recipient_id": "593900000002", "biz_opaque_callback_data": "relevo-10"}	2026-11-26 02:52:24.249488+00
36	1	wa	wamid.STANDINa3461a9a00000012	READ	relevo-10	\N	\N	2026-11-26 02:52:24+00	DONE	0	-infinity	{"id": "wamid.STANDINa3461a9a00000012", "status": "read", "timestamp": "1795661544", "recipient_id": "593900000002", "biz_opaque_callback_data": "relevo-10"}	2026-11-26 02:52:24.249488+00
37	1	wa	wamid.STANDINa3461a9a00000013	READ	relevo-15	\N	\N	2026-11-26 02:52:24+00	DONE	0	-infinity	{"id": "wamid.STANDINa3461a9a00000013", "status": "read", "timestamp": "1795661544", "recipient_id": "593900000000", "biz_opaque_callback_data": "relevo-15"}	2026-11-26 02:52:24.361656+00
38	1	wa	wamid.STANDINa3461a9a00000013	SENT	relevo-15	\N	\N	2026-11-26 02:52:24+00	DONE	0	-infinity	{"id": "wamid.STANDINa3461a9a00000013", "status": "sent", "timestamp": "1795661544", "recipient_id": "593900000000", "biz_opaque_callback_data": "relevo-15"}	2026-11-26 02:52:24.458152+00
30	1	wa	wamid.STANDINa3461a9a00000010	DELIVERED	relevo-11	\N	\N	2026-11-26 02:52:23+00	DONE	0	-infinity	{"id": "wamid.STANDINa3461a9a00000010", "status": "delivered", "timestamp": "1795661543", "recipient_id": "593900000001", "biz_opaque_callback_data": "relevo-11"}	2026-11-26 02:52:23.69198+00
31	1	wa	wamid.STANDINa3461a9a00000010	READ	relevo-11	\N	\N	2026-11-26 02:52:23+00	DONE	0	-infinity	{"id": "wamid.STANDINa3461a9a00000010", "status": "read", "timestamp": "1795661543", "recipient_id": "593900000001", "biz_opaque_callback_data": "relevo-11"}	2026-11-26 02:52:23.69198+00
32	1	wa	wamid.STANDINa3461a9a00000011	DELIVERED	relevo-12	\N	\N	2026-11-26 02:52:23+00	DONE	0	-infinity	{"id": "wamid.STANDINa3461a9a00000011", "status": "delivered", "timestamp": "1795661543", "recipient_id": "593900000000", "biz_opaque_callback_data": "relevo-12"}	2026-11-26 02:52:23.69198+00
33	1	wa	wamid.STANDINa3461a9a00000011	READ	relevo-12	\N	\N	2026-11-26 02:52:23+00	DONE	0	-infinity	{"id": "wamid.STANDINa3461a9a00000011", "status": "read", "timestamp": "1795661543", "recipient_id": "593900000000", "biz_opaque_callback_data": "relevo-12"}	2026-11-26 02:52:23.81739+00
39	1	wa	wamid.STANDINa3461a9a00000013	DELIVERED	relevo-15	\N	\N	2026-11-26 02:52:24+00	DONE	0	-infinity	{"id": "wamid.STANDINa3461a9a00000013", "status": "delivered", "timestamp": "1795661544", "recipient_id": "593900000000", "biz_opaque_callback_data": "relevo-15"}	2026-11-26 02:52:24.458152+00
40	1	wa	wamid.STANDINa3461a9a00000014	SENT	relevo-14	\N	\N	2026-11-26 02:52:24+00	DONE	0	-infinity	{"id": "wamid.STANDINa3461a9a00000014", "status": "sent", "timestamp": "1795661544", "recipient_id": "593900000001", "biz_opaque_callback_data": "relevo-14"}	2026-11-26 02:52:24.498714+00
41	1	wa	wamid.STANDINa3461a9a00000014	DELIVERED	relevo-14	\N	\N	2026-11-26 02:52:24+00	DONE	0	-infinity	{"id": "wamid.STANDINa3461a9a00000014", "status": "delivered", "timestamp": "1795661544", "recipient_id": "593900000001", "biz_opaque_callback_data": "relevo-14"}	2026-11-26 02:52:24.498714+00
42	1	wa	wamid.STANDINa3461a9a00000014	READ	relevo-14	\N	\N	2026-11-26 02:52:24+00	DONE	0	-infinity	{"id": "wamid.STANDINa3461a9a00000014", "status": "read", "timestamp": "1795661544", "recipient_id": "593900000001", "biz_opaque_callback_data": "relevo-14"}	2026-11-26 02:52:24.498714+00
43	1	wa	wamid.STANDINa3461a9a00000015	DELIVERED	relevo-13	\N	\N	2026-11-26 02:52:24+00	DONE	0	-infinity	{"id": "wamid.STANDINa3461a9a00000015", "status": "delivered", "timestamp": "1795661544", "recipient_id": "593900000002", "biz_opaque_callback_data": "relevo-13"}	2026-11-26 02:52:24.821004+00
44	1	wa	wamid.STANDINa3461a9a00000015	READ	relevo-13	\N	\N	2026-11-26 02:52:24+00	DONE	0	-infinity	{"id": "wamid.STANDINa3461a9a00000015", "status": "read", "timestamp": "1795661544", "recipient_id": "593900000002", "biz_opaque_callback_data": "relevo-13"}	2026-11-26 02:52:24.894909+00
45	1	wa	wamid.STANDINa3461a9a00000015	SENT	relevo-13	\N	\N	2026-11-26 02:52:24+00	DONE	0	-infinity	{"id": "wamid.STANDINa3461a9a00000015", "status": "sent", "timestamp": "1795661544", "recipient_id": "593900000002", "biz_opaque_callback_data": "relevo-13"}	2026-11-26 02:52:24.966743+00
\.
COPY crm.address (id, workspace_id, contact_id, channel_id, last_inbound_at, replaced_by, created_at) FROM stdin;
2	1	2	wa	2026-11-26 02:52:18.278227+00	\N	2026-11-26 02:52:13.488085+00
3	1	3	wa	2026-11-26 02:52:19.621361+00	\N	2026-11-26 02:52:14.582618+00
1	1	1	wa	2026-11-26 02:52:20.581074+00	\N	2026-11-26 02:52:12.753138+00
\.
COPY crm.alias (workspace_id, scope, kind, value, contact_id, address_id) FROM stdin;
1	wa	PHONE	593900000000	1	1
1	*	PHONE	593900000000	1	\N
1	wa	PHONE	593900000001	2	2
1	*	PHONE	593900000001	2	\N
1	wa	PHONE	593900000002	3	3
1	*	PHONE	593900000002	3	\N
\.
COPY crm.contact (id, workspace_id, name, phone, email, language, subscribed, blocked, fields, created_at) FROM stdin;
1	1	Cliente 0	+593900000000	\N	\N	t	f	{}	2026-11-26 02:52:12.753138+00
2	1	Cliente 1	+593900000001	\N	\N	t	f	{}	2026-11-26 02:52:13.488085+00
3	1	Cliente 2	+593900000002	\N	\N	t	f	{}	2026-11-26 02:52:14.582618+00
\.
COPY crm.conversation (id, workspace_id, contact_id, channel_id, opened_at, opened_by, opened_by_member, closed_at, closed_by, closed_by_member, category, summary, first_response_at, first_response_by, incoming, outgoing, bot_turns, assignments) FROM stdin;
3	1	3	wa	2026-11-26 02:52:14.713549+00	CUSTOMER	\N	\N	\N	\N	\N	\N	\N	\N	4	5	4	0
2	1	2	wa	2026-11-26 02:52:13.773084+00	CUSTOMER	\N	\N	\N	\N	\N	\N	\N	\N	4	5	4	0
1	1	1	wa	2026-11-26 02:52:13.068835+00	CUSTOMER	\N	\N	\N	\N	\N	\N	\N	\N	4	5	4	0
\.
COPY crm.event (id, workspace_id, contact_id, conversation_id, kind, actor, member_id, automatic, data, at) FROM stdin;
1	1	1	\N	contact.created	CUSTOMER	\N	\N	{}	2026-11-26 02:52:12.84598+00
2	1	1	1	conversation.opened	CUSTOMER	\N	\N	{}	2026-11-26 02:52:13.147246+00
3	1	1	1	message.received	CUSTOMER	\N	\N	{"quiet": "false", "message": "1", "sequence": "1"}	2026-11-26 02:52:13.147246+00
4	1	2	\N	contact.created	CUSTOMER	\N	\N	{}	2026-11-26 02:52:13.493422+00
5	1	2	2	conversation.opened	CUSTOMER	\N	\N	{}	2026-11-26 02:52:14.062296+00
6	1	2	2	message.received	CUSTOMER	\N	\N	{"quiet": "false", "message": "2", "sequence": "1"}	2026-11-26 02:52:14.062296+00
7	1	3	\N	contact.created	CUSTOMER	\N	\N	{}	2026-11-26 02:52:14.585683+00
8	1	3	3	conversation.opened	CUSTOMER	\N	\N	{}	2026-11-26 02:52:14.785123+00
9	1	3	3	message.received	CUSTOMER	\N	\N	{"quiet": "false", "message": "3", "sequence": "1"}	2026-11-26 02:52:14.785123+00
10	1	1	1	message.sent	BOT	\N	\N	{"state": "QUEUED", "answers": "1", "message": "4", "sequence": "2"}	2026-11-26 02:52:14.975168+00
11	1	3	3	message.received	CUSTOMER	\N	\N	{"quiet": "false", "message": "5", "sequence": "2"}	2026-11-26 02:52:15.072113+00
12	1	2	2	message.received	CUSTOMER	\N	\N	{"quiet": "false", "message": "6", "sequence": "2"}	2026-11-26 02:52:15.581498+00
13	1	2	2	message.received	CUSTOMER	\N	\N	{"quiet": "false", "message": "7", "sequence": "3"}	2026-11-26 02:52:16.399446+00
14	1	1	1	message.received	CUSTOMER	\N	\N	{"quiet": "false", "message": "8", "sequence": "3"}	2026-11-26 02:52:16.869637+00
15	1	2	2	message.sent	BOT	\N	\N	{"state": "QUEUED", "answers": "2", "message": "9", "sequence": "4"}	2026-11-26 02:52:16.888188+00
16	1	3	3	message.sent	BOT	\N	\N	{"state": "QUEUED", "answers": "3", "message": "10", "sequence": "3"}	2026-11-26 02:52:16.888188+00
17	1	1	1	message.sent	BOT	\N	\N	{"state": "QUEUED", "answers": "8", "message": "11", "sequence": "4"}	2026-11-26 02:52:17.698143+00
18	1	1	1	message.sent	BOT	\N	\N	{"state": "QUEUED", "answers": "8", "message": "12", "sequence": "5"}	2026-11-26 02:52:17.698143+00
19	1	3	3	message.received	CUSTOMER	\N	\N	{"quiet": "false", "message": "13", "sequence": "4"}	2026-11-26 02:52:17.772644+00
20	1	2	2	message.received	CUSTOMER	\N	\N	{"quiet": "false", "message": "14", "sequence": "5"}	2026-11-26 02:52:18.4628+00
21	1	2	2	message.sent	BOT	\N	\N	{"state": "QUEUED", "answers": "6", "message": "15", "sequence": "6"}	2026-11-26 02:52:19.302068+00
22	1	2	2	message.sent	BOT	\N	\N	{"state": "QUEUED", "answers": "6", "message": "16", "sequence": "7"}	2026-11-26 02:52:19.302068+00
23	1	3	3	message.sent	BOT	\N	\N	{"state": "QUEUED", "answers": "5", "message": "17", "sequence": "5"}	2026-11-26 02:52:19.302068+00
24	1	1	1	message.changed	BOT	\N	\N	{"state": "SENT", "message": "4", "sequence": "2"}	2026-11-26 02:52:19.341862+00
25	1	1	1	message.changed	BOT	\N	\N	{"state": "READ", "message": "4", "sequence": "2"}	2026-11-26 02:52:19.565082+00
26	1	3	3	message.received	CUSTOMER	\N	\N	{"quiet": "false", "message": "18", "sequence": "6"}	2026-11-26 02:52:19.633604+00
27	1	3	3	message.changed	BOT	\N	\N	{"state": "SENT", "message": "10", "sequence": "3"}	2026-11-26 02:52:20.174249+00
28	1	2	2	message.changed	BOT	\N	\N	{"state": "SENT", "message": "9", "sequence": "4"}	2026-11-26 02:52:20.174249+00
29	1	1	1	message.received	CUSTOMER	\N	\N	{"quiet": "false", "message": "19", "sequence": "8"}	2026-11-26 02:52:20.262983+00
30	1	3	3	message.changed	BOT	\N	\N	{"state": "READ", "message": "10", "sequence": "3"}	2026-11-26 02:52:20.502873+00
31	1	2	2	message.changed	BOT	\N	\N	{"state": "READ", "message": "9", "sequence": "4"}	2026-11-26 02:52:20.502873+00
32	1	1	1	message.changed	BOT	\N	\N	{"state": "SENT", "message": "11", "sequence": "4"}	2026-11-26 02:52:20.51833+00
33	1	1	1	message.received	CUSTOMER	\N	\N	{"quiet": "false", "message": "20", "sequence": "10"}	2026-11-26 02:52:20.642096+00
34	1	1	1	message.changed	BOT	\N	\N	{"state": "READ", "message": "11", "sequence": "4"}	2026-11-26 02:52:20.997577+00
35	1	3	3	message.sent	BOT	\N	\N	{"state": "QUEUED", "answers": "13", "message": "21", "sequence": "9"}	2026-11-26 02:52:21.075534+00
36	1	3	3	message.sent	BOT	\N	\N	{"state": "QUEUED", "answers": "13", "message": "22", "sequence": "10"}	2026-11-26 02:52:21.075534+00
37	1	2	2	message.changed	BOT	\N	\N	{"state": "READ", "message": "15", "sequence": "6"}	2026-11-26 02:52:21.602999+00
38	1	2	2	message.sent	BOT	\N	\N	{"state": "QUEUED", "answers": "7", "message": "23", "sequence": "11"}	2026-11-26 02:52:22.014343+00
39	1	1	1	message.sent	BOT	\N	\N	{"state": "QUEUED", "answers": "19", "message": "24", "sequence": "12"}	2026-11-26 02:52:22.014343+00
40	1	3	3	message.changed	BOT	\N	\N	{"state": "READ", "message": "17", "sequence": "5"}	2026-11-26 02:52:22.045812+00
41	1	1	1	message.changed	BOT	\N	\N	{"state": "READ", "message": "12", "sequence": "5"}	2026-11-26 02:52:22.68958+00
42	1	3	3	message.sent	BOT	\N	\N	{"state": "QUEUED", "answers": "18", "message": "25", "sequence": "12"}	2026-11-26 02:52:22.733613+00
43	1	2	2	message.changed	BOT	\N	\N	{"state": "SENT", "message": "16", "sequence": "7"}	2026-11-26 02:52:22.912982+00
44	1	2	2	message.changed	BOT	\N	\N	{"state": "READ", "message": "16", "sequence": "7"}	2026-11-26 02:52:23.220273+00
45	1	3	3	message.changed	BOT	\N	\N	{"state": "SENT", "message": "21", "sequence": "9"}	2026-11-26 02:52:23.253631+00
46	1	2	2	message.sent	BOT	\N	\N	{"state": "QUEUED", "answers": "14", "message": "26", "sequence": "14"}	2026-11-26 02:52:23.454175+00
47	1	1	1	message.sent	BOT	\N	\N	{"state": "QUEUED", "answers": "20", "message": "27", "sequence": "14"}	2026-11-26 02:52:23.454175+00
48	1	3	3	message.changed	BOT	\N	\N	{"state": "READ", "message": "21", "sequence": "9"}	2026-11-26 02:52:23.470506+00
49	1	1	1	message.changed	BOT	\N	\N	{"state": "SENT", "message": "24", "sequence": "12"}	2026-11-26 02:52:23.887544+00
50	1	2	2	message.changed	BOT	\N	\N	{"state": "SENT", "message": "23", "sequence": "11"}	2026-11-26 02:52:24.017152+00
53	1	3	3	message.changed	BOT	\N	\N	{"state": "SENT", "message": "22", "sequence": "10"}	2026-11-26 02:52:24.290533+00
55	1	1	1	message.changed	BOT	\N	\N	{"state": "SENT", "message": "27", "sequence": "14"}	2026-11-26 02:52:24.605592+00
57	1	2	2	message.changed	BOT	\N	\N	{"state": "SENT", "message": "26", "sequence": "14"}	2026-11-26 02:52:24.742119+00
59	1	3	3	message.changed	BOT	\N	\N	{"state": "SENT", "message": "25", "sequence": "12"}	2026-11-26 02:52:25.002352+00
51	1	2	2	message.changed	BOT	\N	\N	{"state": "READ", "message": "23", "sequence": "11"}	2026-11-26 02:52:24.285353+00
52	1	1	1	message.changed	BOT	\N	\N	{"state": "READ", "message": "24", "sequence": "12"}	2026-11-26 02:52:24.285353+00
54	1	3	3	message.changed	BOT	\N	\N	{"state": "READ", "message": "22", "sequence": "10"}	2026-11-26 02:52:24.412373+00
56	1	1	1	message.changed	BOT	\N	\N	{"state": "READ", "message": "27", "sequence": "14"}	2026-11-26 02:52:24.718123+00
58	1	2	2	message.changed	BOT	\N	\N	{"state": "READ", "message": "26", "sequence": "14"}	2026-11-26 02:52:24.915469+00
60	1	3	3	message.changed	BOT	\N	\N	{"state": "READ", "message": "25", "sequence": "12"}	2026-11-26 02:52:25.219937+00
\.
COPY crm.message (id, workspace_id, contact_id, conversation_id, sequence, revision, inbound, author, member_id, automatic, channel_id, address_id, content, quotes, state, reason, grounds, external_id, provider_at, created_at) FROM stdin;
1	1	1	1	1	1	t	CUSTOMER	\N	\N	wa	1	{"body": "¿qué hay de garantia?", "type": "text"}	\N	RECEIVED	\N	\N	wamid.IN-0-3	2026-11-26 02:52:11+00	2026-11-26 02:52:13.068835+00
2	1	2	2	1	1	t	CUSTOMER	\N	\N	wa	2	{"body": "¿qué hay de precio?", "type": "text"}	\N	RECEIVED	\N	\N	wamid.IN-1-1	2026-11-26 02:52:11+00	2026-11-26 02:52:13.773084+00
3	1	3	3	1	1	t	CUSTOMER	\N	\N	wa	3	{"body": "¿qué hay de precio?", "type": "text"}	\N	RECEIVED	\N	\N	wamid.IN-2-1	2026-11-26 02:52:13+00	2026-11-26 02:52:14.713549+00
5	1	3	3	2	2	t	CUSTOMER	\N	\N	wa	3	{"body": "¿qué hay de garantia?", "type": "text"}	\N	RECEIVED	\N	\N	wamid.IN-2-3	2026-11-26 02:52:14+00	2026-11-26 02:52:14.972966+00
6	1	2	2	2	2	t	CUSTOMER	\N	\N	wa	2	{"body": "¿qué hay de horario?", "type": "text"}	\N	RECEIVED	\N	\N	wamid.IN-1-0	2026-11-26 02:52:14+00	2026-11-26 02:52:15.528159+00
7	1	2	2	3	3	t	CUSTOMER	\N	\N	wa	2	{"body": "¿qué hay de envio?", "type": "text"}	\N	RECEIVED	\N	\N	wamid.IN-1-2	2026-11-26 02:52:15+00	2026-11-26 02:52:16.257145+00
8	1	1	1	3	3	t	CUSTOMER	\N	\N	wa	1	{"body": "¿qué hay de horario?", "type": "text"}	\N	RECEIVED	\N	\N	wamid.IN-0-0	2026-11-26 02:52:15+00	2026-11-26 02:52:16.664746+00
13	1	3	3	4	4	t	CUSTOMER	\N	\N	wa	3	{"body": "¿qué hay de horario?", "type": "text"}	\N	RECEIVED	\N	\N	wamid.IN-2-0	2026-11-26 02:52:16+00	2026-11-26 02:52:17.678016+00
14	1	2	2	5	5	t	CUSTOMER	\N	\N	wa	2	{"body": "¿qué hay de garantia?", "type": "text"}	\N	RECEIVED	\N	\N	wamid.IN-1-3	2026-11-26 02:52:16+00	2026-11-26 02:52:18.278227+00
18	1	3	3	6	6	t	CUSTOMER	\N	\N	wa	3	{"body": "¿qué hay de envio?", "type": "text"}	\N	RECEIVED	\N	\N	wamid.IN-2-2	2026-11-26 02:52:18+00	2026-11-26 02:52:19.621361+00
12	1	1	1	5	13	f	BOT	\N	\N	wa	1	{"file": null, "kind": "IMAGE", "link": "https://example.org/R00R.png", "mime": "image/png", "name": "R00R.png", "type": "media", "caption": "", "failure": null}	\N	READ	\N	{"row": "Q-00", "score": 1.0, "reasons": ["exact phrase", "matched: que, hay, de, horario"], "version": 1, "decision": "reply", "citations": [], "threshold": 0.45, "candidates": [{"row": "Q-02", "score": 0.21158515447003964, "question": "¿qué hay de envio?"}, {"row": "Q-03", "score": 0.21028000103844127, "question": "¿qué hay de garantia?"}, {"row": "Q-01", "score": 0.2042353822452969, "question": "¿qué hay de precio?"}]}	wamid.STANDINa3461a9a00000007	\N	2026-11-26 02:52:17.498758+00
16	1	2	2	7	13	f	BOT	\N	\N	wa	2	{"file": null, "kind": "IMAGE", "link": "https://example.org/R00R.png", "mime": "image/png", "name": "R00R.png", "type": "media", "caption": "", "failure": null}	\N	READ	\N	{"row": "Q-00", "score": 1.0, "reasons": ["exact phrase", "matched: que, hay, de, horario"], "version": 1, "decision": "reply", "citations": [], "threshold": 0.45, "candidates": [{"row": "Q-02", "score": 0.21158515447003964, "question": "¿qué hay de envio?"}, {"row": "Q-03", "score": 0.21028000103844127, "question": "¿qué hay de garantia?"}, {"row": "Q-01", "score": 0.2042353822452969, "question": "¿qué hay de precio?"}]}	wamid.STANDINa3461a9a00000008	\N	2026-11-26 02:52:19.193316+00
4	1	1	1	2	7	f	BOT	\N	\N	wa	1	{"body": "Esto es todo sobre garantia. R03R", "type": "text"}	\N	READ	\N	{"row": "Q-03", "score": 1.0, "reasons": ["exact phrase", "matched: que, hay, de, garantia"], "version": 1, "decision": "reply", "citations": [], "threshold": 0.45, "candidates": [{"row": "Q-02", "score": 0.2079579725878557, "question": "¿qué hay de envio?"}, {"row": "Q-00", "score": 0.20094057800276127, "question": "¿qué hay de horario?"}, {"row": "Q-01", "score": 0.20072129920754683, "question": "¿qué hay de precio?"}]}	wamid.STANDINa3461a9a00000001	\N	2026-11-26 02:52:14.741631+00
10	1	3	3	3	8	f	BOT	\N	\N	wa	3	{"body": "Esto es todo sobre precio. R01R", "type": "text"}	\N	READ	\N	{"row": "Q-01", "score": 1.0, "reasons": ["exact phrase", "matched: que, hay, de, precio"], "version": 1, "decision": "reply", "citations": [], "threshold": 0.45, "candidates": [{"row": "Q-02", "score": 0.22048236539998298, "question": "¿qué hay de envio?"}, {"row": "Q-00", "score": 0.2119973089496163, "question": "¿qué hay de horario?"}, {"row": "Q-03", "score": 0.2069491967701585, "question": "¿qué hay de garantia?"}]}	wamid.STANDINa3461a9a00000002	\N	2026-11-26 02:52:16.75313+00
11	1	1	1	4	11	f	BOT	\N	\N	wa	1	{"body": "Esto es todo sobre horario. R00R", "type": "text"}	\N	READ	\N	{"row": "Q-00", "score": 1.0, "reasons": ["exact phrase", "matched: que, hay, de, horario"], "version": 1, "decision": "reply", "citations": [], "threshold": 0.45, "candidates": [{"row": "Q-02", "score": 0.21158515447003964, "question": "¿qué hay de envio?"}, {"row": "Q-03", "score": 0.21028000103844127, "question": "¿qué hay de garantia?"}, {"row": "Q-01", "score": 0.2042353822452969, "question": "¿qué hay de precio?"}]}	wamid.STANDINa3461a9a00000004	\N	2026-11-26 02:52:17.498757+00
17	1	3	3	5	11	f	BOT	\N	\N	wa	3	{"body": "Esto es todo sobre garantia. R03R", "type": "text"}	\N	READ	\N	{"row": "Q-03", "score": 1.0, "reasons": ["exact phrase", "matched: que, hay, de, garantia"], "version": 1, "decision": "reply", "citations": [], "threshold": 0.45, "candidates": [{"row": "Q-02", "score": 0.2079579725878557, "question": "¿qué hay de envio?"}, {"row": "Q-00", "score": 0.20094057800276127, "question": "¿qué hay de horario?"}, {"row": "Q-01", "score": 0.20072129920754683, "question": "¿qué hay de precio?"}]}	wamid.STANDINa3461a9a00000006	\N	2026-11-26 02:52:19.193315+00
19	1	1	1	8	8	t	CUSTOMER	\N	\N	wa	1	{"body": "¿qué hay de envio?", "type": "text"}	\N	RECEIVED	\N	\N	wamid.IN-0-2	2026-11-26 02:52:19+00	2026-11-26 02:52:20.238397+00
9	1	2	2	4	9	f	BOT	\N	\N	wa	2	{"body": "Esto es todo sobre precio. R01R", "type": "text"}	\N	READ	\N	{"row": "Q-01", "score": 1.0, "reasons": ["exact phrase", "matched: que, hay, de, precio"], "version": 1, "decision": "reply", "citations": [], "threshold": 0.45, "candidates": [{"row": "Q-02", "score": 0.22048236539998298, "question": "¿qué hay de envio?"}, {"row": "Q-00", "score": 0.2119973089496163, "question": "¿qué hay de horario?"}, {"row": "Q-03", "score": 0.2069491967701585, "question": "¿qué hay de garantia?"}]}	wamid.STANDINa3461a9a00000003	\N	2026-11-26 02:52:16.75313+00
20	1	1	1	10	10	t	CUSTOMER	\N	\N	wa	1	{"body": "¿qué hay de precio?", "type": "text"}	\N	RECEIVED	\N	\N	wamid.IN-0-1	2026-11-26 02:52:20+00	2026-11-26 02:52:20.581074+00
15	1	2	2	6	10	f	BOT	\N	\N	wa	2	{"body": "Esto es todo sobre horario. R00R", "type": "text"}	\N	READ	\N	{"row": "Q-00", "score": 1.0, "reasons": ["exact phrase", "matched: que, hay, de, horario"], "version": 1, "decision": "reply", "citations": [], "threshold": 0.45, "candidates": [{"row": "Q-02", "score": 0.21158515447003964, "question": "¿qué hay de envio?"}, {"row": "Q-03", "score": 0.21028000103844127, "question": "¿qué hay de garantia?"}, {"row": "Q-01", "score": 0.2042353822452969, "question": "¿qué hay de precio?"}]}	wamid.STANDINa3461a9a00000005	\N	2026-11-26 02:52:19.193315+00
24	1	1	1	12	16	f	BOT	\N	\N	wa	1	{"body": "Esto es todo sobre envio. R02R", "type": "text"}	\N	READ	\N	{"row": "Q-02", "score": 1.0, "reasons": ["exact phrase", "matched: que, hay, de, envio"], "version": 1, "decision": "reply", "citations": [], "threshold": 0.45, "candidates": [{"row": "Q-01", "score": 0.20763226716845443, "question": "¿qué hay de precio?"}, {"row": "Q-00", "score": 0.20732703519986936, "question": "¿qué hay de horario?"}, {"row": "Q-03", "score": 0.20381469007404454, "question": "¿qué hay de garantia?"}]}	wamid.STANDINa3461a9a00000011	\N	2026-11-26 02:52:21.833723+00
22	1	3	3	10	16	f	BOT	\N	\N	wa	3	{"file": null, "kind": "IMAGE", "link": "https://example.org/R00R.png", "mime": "image/png", "name": "R00R.png", "type": "media", "caption": "", "failure": null}	\N	READ	\N	{"row": "Q-00", "score": 1.0, "reasons": ["exact phrase", "matched: que, hay, de, horario"], "version": 1, "decision": "reply", "citations": [], "threshold": 0.45, "candidates": [{"row": "Q-02", "score": 0.21158515447003964, "question": "¿qué hay de envio?"}, {"row": "Q-03", "score": 0.21028000103844127, "question": "¿qué hay de garantia?"}, {"row": "Q-01", "score": 0.2042353822452969, "question": "¿qué hay de precio?"}]}	wamid.STANDINa3461a9a00000012	\N	2026-11-26 02:52:21.009632+00
26	1	2	2	14	18	f	BOT	\N	\N	wa	2	{"body": "Esto es todo sobre garantia. R03R", "type": "text"}	\N	READ	\N	{"row": "Q-03", "score": 1.0, "reasons": ["exact phrase", "matched: que, hay, de, garantia"], "version": 1, "decision": "reply", "citations": [], "threshold": 0.45, "candidates": [{"row": "Q-02", "score": 0.2079579725878557, "question": "¿qué hay de envio?"}, {"row": "Q-00", "score": 0.20094057800276127, "question": "¿qué hay de horario?"}, {"row": "Q-01", "score": 0.20072129920754683, "question": "¿qué hay de precio?"}]}	wamid.STANDINa3461a9a00000014	\N	2026-11-26 02:52:23.354114+00
25	1	3	3	12	18	f	BOT	\N	\N	wa	3	{"body": "Esto es todo sobre envio. R02R", "type": "text"}	\N	READ	\N	{"row": "Q-02", "score": 1.0, "reasons": ["exact phrase", "matched: que, hay, de, envio"], "version": 1, "decision": "reply", "citations": [], "threshold": 0.45, "candidates": [{"row": "Q-01", "score": 0.20763226716845443, "question": "¿qué hay de precio?"}, {"row": "Q-00", "score": 0.20732703519986936, "question": "¿qué hay de horario?"}, {"row": "Q-03", "score": 0.20381469007404454, "question": "¿qué hay de garantia?"}]}	wamid.STANDINa3461a9a00000015	\N	2026-11-26 02:52:22.517336+00
27	1	1	1	14	18	f	BOT	\N	\N	wa	1	{"body": "Esto es todo sobre precio. R01R", "type": "text"}	\N	READ	\N	{"row": "Q-01", "score": 1.0, "reasons": ["exact phrase", "matched: que, hay, de, precio"], "version": 1, "decision": "reply", "citations": [], "threshold": 0.45, "candidates": [{"row": "Q-02", "score": 0.22048236539998298, "question": "¿qué hay de envio?"}, {"row": "Q-00", "score": 0.2119973089496163, "question": "¿qué hay de horario?"}, {"row": "Q-03", "score": 0.2069491967701585, "question": "¿qué hay de garantia?"}]}	wamid.STANDINa3461a9a00000013	\N	2026-11-26 02:52:23.354114+00
21	1	3	3	9	14	f	BOT	\N	\N	wa	3	{"body": "Esto es todo sobre horario. R00R", "type": "text"}	\N	READ	\N	{"row": "Q-00", "score": 1.0, "reasons": ["exact phrase", "matched: que, hay, de, horario"], "version": 1, "decision": "reply", "citations": [], "threshold": 0.45, "candidates": [{"row": "Q-02", "score": 0.21158515447003964, "question": "¿qué hay de envio?"}, {"row": "Q-03", "score": 0.21028000103844127, "question": "¿qué hay de garantia?"}, {"row": "Q-01", "score": 0.2042353822452969, "question": "¿qué hay de precio?"}]}	wamid.STANDINa3461a9a00000009	\N	2026-11-26 02:52:21.009631+00
23	1	2	2	11	16	f	BOT	\N	\N	wa	2	{"body": "Esto es todo sobre envio. R02R", "type": "text"}	\N	READ	\N	{"row": "Q-02", "score": 1.0, "reasons": ["exact phrase", "matched: que, hay, de, envio"], "version": 1, "decision": "reply", "citations": [], "threshold": 0.45, "candidates": [{"row": "Q-01", "score": 0.20763226716845443, "question": "¿qué hay de precio?"}, {"row": "Q-00", "score": 0.20732703519986936, "question": "¿qué hay de horario?"}, {"row": "Q-03", "score": 0.20381469007404454, "question": "¿qué hay de garantia?"}]}	wamid.STANDINa3461a9a00000010	\N	2026-11-26 02:52:21.833723+00
\.
COPY crm.thread (contact_id, workspace_id, floor, epoch, floor_since, resume_at, assignee_id, conversation_id, sequence, unread, waiting_since, misses, context_from, last_message_at, preview, preview_author, channel_id, address_id) FROM stdin;
1	1	BOT	0	2026-11-26 02:52:12.808572+00	\N	\N	1	18	4	\N	0	0	2026-11-26 02:52:23.354114+00	Esto es todo sobre precio. R01R	BOT	wa	1
2	1	BOT	0	2026-11-26 02:52:13.489122+00	\N	\N	2	18	4	\N	0	0	2026-11-26 02:52:23.354114+00	Esto es todo sobre garantia. R03R	BOT	wa	2
3	1	BOT	0	2026-11-26 02:52:14.58353+00	\N	\N	3	18	4	\N	0	0	2026-11-26 02:52:22.517336+00	Esto es todo sobre envio. R02R	BOT	wa	3
\.
COPY crm.workspace (id, name, zone, language, settings, created_at) FROM stdin;
1	Relevo	America/Guayaquil	es	{}	2026-11-26 02:51:31.314276+00
\.
COPY knowledge.asked (workspace_id, message_id, contact_id, conversation_id, answer_id, decision, row_id, language, score, version, handed_off, replied, vote, day, at) FROM stdin;
1	1	1	1	4	ANSWER	Q-03	es	1	1	f	f	\N	2026-11-25	2026-11-26 02:52:13.068835+00
1	2	2	2	9	ANSWER	Q-01	es	1	1	f	f	\N	2026-11-25	2026-11-26 02:52:13.773084+00
1	3	3	3	10	ANSWER	Q-01	es	1	1	f	f	\N	2026-11-25	2026-11-26 02:52:14.713549+00
1	8	1	1	11	ANSWER	Q-00	es	1	1	f	f	\N	2026-11-25	2026-11-26 02:52:16.664746+00
1	6	2	2	15	ANSWER	Q-00	es	1	1	f	f	\N	2026-11-25	2026-11-26 02:52:15.528159+00
1	5	3	3	17	ANSWER	Q-03	es	1	1	f	f	\N	2026-11-25	2026-11-26 02:52:14.972966+00
1	13	3	3	21	ANSWER	Q-00	es	1	1	f	f	\N	2026-11-25	2026-11-26 02:52:17.678016+00
1	7	2	2	23	ANSWER	Q-02	es	1	1	f	f	\N	2026-11-25	2026-11-26 02:52:16.257145+00
1	19	1	1	24	ANSWER	Q-02	es	1	1	f	f	\N	2026-11-25	2026-11-26 02:52:20.238397+00
1	18	3	3	25	ANSWER	Q-02	es	1	1	f	f	\N	2026-11-25	2026-11-26 02:52:19.621361+00
1	14	2	2	26	ANSWER	Q-03	es	1	1	f	f	\N	2026-11-25	2026-11-26 02:52:18.278227+00
1	20	1	1	27	ANSWER	Q-01	es	1	1	f	f	\N	2026-11-25	2026-11-26 02:52:20.581074+00
\.
COPY knowledge.asked_day (workspace_id, day, answered, offered, fallback, handoff) FROM stdin;
1	2026-11-25	12	0	0	0
\.
COPY knowledge.gap_check (workspace_id, version) FROM stdin;
1	1
\.
COPY knowledge.model (workspace_id, number, learnt_at) FROM stdin;
1	1	2026-11-26 02:52:02.194019+00
\.
COPY knowledge.model_piece (workspace_id, number, piece, bytes) FROM stdin;
1	1	0	\\x1f8b08000000000000ff95d50b5054551807f05d77a128792bc46357c4409eca8228e03e788608022e210292286c28a9cc2c822482a33036293a0c501a01d1a4c85b5bd18ce55e64e211122a22c2108c2294e42b6b42a731ddfe4bdb4c9d45efeccefc96f3f8eebd67cff79d0bcb442edb21cbce7097cb76cbb7cbb26572168b358fa5fe70fff95eefeee1a13a539897b06230177df6ec8840d5bcdf76ec50c2cad968f58827abc423a54edeacc2086776c48bd5596b9851906dadbe8be4f1ecdd58fe2cad0f97cd928c58dbccbfb4ef43b4862ffa5ebad07413ad21d3bcfcd2275968dd488a733b79f73062d30f0565da7da412ea1de91e0f2ffafefeb663fb5b924bd84eca9273d1b74e387c33529e1493581138d657d1742faba2fde1aa4ab788b2cae0d48caa82651da72e5f776c680db8de3890b7401172b6ab65eff26225250aa45accefd04585e7bb0f4ed7f54cd5faf7465487f5094f1bf747530ffb074755d7583d45d73ee9ac1d306e6a1cfcfc973d83437991a3c3e58fc7440deb27278d140f7ebc2ffdad3e8c3fb3417ce689b5b0f2a9af5bffd3c4bdbf3e336efdfab977facfaa3279242bb5e8b6814af193519cc2dcd852c9336b92079b1f38cbb3711f57d8c44f76da647c35cecb3788e6750708f8865d197caf85c38b476f1cb1371afd74497bca0b87abc75a1cd3fa2827f644a5d39df856e7e65b1fbbb8d3bfbbc93d4d3d5cae060904c3319e753b0cbcbbe3c67d82472a7cba7aeb7c430e9f169eaf7921d64b3b22b992fe6540d5a2b56ba2ad9bc2ab4d78eb9afcea237d57dc8fd27b363f6af3c058d4d1e356b141c569b1f96736c74e9cbc175f430d25481df9890f2c15c9978d545b24fdcf6587f87f6c6f88774dff363a7757d6ea9cdd1da177b3ebfdf3f72823d372765ea8c9ab1dadcbab9f6acebfd673539d2b4d7ed99a8ae2686a4a0ff4e135781d0ce00d7813e683211881319880299881392c8085600196f0165881bac66cc01678c0874560078bc11e96c0dbe0008eb0149cc0195cc015dcc01d96c172f00001788217ac006f50d7fd2af0015ff083d52004118841a229f700088420088610780742610d84c15a0887085807911005d1b01ea41003ef422c6c8038d808f1900089b00992e03dd80cc9b005b6420aa4820cde8734d806db35b962eb804bfc9da76973ff3346c693d7cc15a7c679c5dccbd6c114c3d5ac91298633c718f90cee1c6d72ec657b40f639738cbd6a7ffe9dd7bc9cff77b8d8b5e298de7caa78a2882adfb88bca5170c93e55d0e9452554f1a8ade13bc502db7d5afd53ddfe54fd5fd3e274e729aaa0f80b5defc7f83ce2feca69ce41bfccbb72e107717d6dfa6507a8129b2471ecb48caab63d40650a46c979adf5b08ffa5313e72aa98705b9a21f6c3f23e399fae47ac8e76bf5897851d7712965182a6d6bcfbe48f15d67b4ee4ffc7ee5c8a34e65e3d6ecd63ee5a470939d15bd7c649836bd9d465ba8fac40f361592d74bf4ec4be9958e7fd281864b69db0dae4cebd3da7f72bd9e397622cf5b8f44596333b4457f00d37a75dd0f5df3af15cf907fc67a23d7c7104f7b4887256cb3efe800df5db419ddadb5df64fec87a22f249d623e37e12f3e47ab4e6c97a219e4fae8fcc37d3f9d7f9fce8588f4ce799f1fdc034afe3fb86f17da0e37920f3a16bbd92d793f9a3451d1c3ae862ab449f5b465b9c2825fbbad62b53bccee797886f0b4e6ff1bb922b15f608bddb52c6edd4ffb0fe06f24dbef9710c0000
\.
COPY knowledge.row (workspace_id, version_id, "position", row_id, content) FROM stdin;
1	1	0	Q-00	{"notes": "", "state": "PROGRAMMED", "topic": "", "answer": "Esto es todo sobre horario. R00R", "closes": false, "addTags": [], "buttons": [], "handoff": false, "literal": true, "category": "", "language": "es", "question": "¿qué hay de horario?", "variants": [], "attachment": {"url": "https://example.org/R00R.png", "kind": "image"}, "removeTags": [], "answersByChannel": {}}
1	1	1	Q-01	{"notes": "", "state": "PROGRAMMED", "topic": "", "answer": "Esto es todo sobre precio. R01R", "closes": false, "addTags": [], "buttons": [], "handoff": false, "literal": true, "category": "", "language": "es", "question": "¿qué hay de precio?", "variants": [], "removeTags": [], "answersByChannel": {}}
1	1	2	Q-02	{"notes": "", "state": "PROGRAMMED", "topic": "", "answer": "Esto es todo sobre envio. R02R", "closes": false, "addTags": [], "buttons": [], "handoff": false, "literal": true, "category": "", "language": "es", "question": "¿qué hay de envio?", "variants": [], "removeTags": [], "answersByChannel": {}}
1	1	3	Q-03	{"notes": "", "state": "PROGRAMMED", "topic": "", "answer": "Esto es todo sobre garantia. R03R", "closes": false, "addTags": [], "buttons": [], "handoff": false, "literal": true, "category": "", "language": "es", "question": "¿qué hay de garantia?", "variants": [], "removeTags": [], "answersByChannel": {}}
\.
COPY knowledge.row_day (workspace_id, row_id, day, asked, answered, offered, handed_off, helpful, unhelpful) FROM stdin;
1	Q-00	2026-11-25	3	3	0	0	0	0
1	Q-02	2026-11-25	3	3	0	0	0	0
1	Q-03	2026-11-25	3	3	0	0	0	0
1	Q-01	2026-11-25	3	3	0	0	0	0
\.
COPY knowledge.version (id, workspace_id, number, published_at, published_by, note, row_count) FROM stdin;
1	1	1	2026-11-26 02:52:00.68443+00	relevo	matrix.csv	4
\.
