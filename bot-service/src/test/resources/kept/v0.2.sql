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
-- migration 019 -1246764587
-- migration 021 1320401253
-- migration 022 1244375785
-- migration 023 -562581558
-- migration 024 -1395213328
-- migration 025 1800788434
COPY bot.entry_link (id, workspace_id, kind, token, role, member_id, made_by, created_at, expires_at, used_at) FROM stdin;
1	1	OWNER	\\xe12e286cd18e5452c4a20c48e1e54e529023e67ff066a736b9ba3912eef68572	OWNER	\N	\N	2026-11-26 13:09:05.258372+00	2026-11-27 13:09:05.258372+00	\N
\.
COPY bot.inbound (id, workspace_id, channel_id, external_id, contact_id, shard, message_id, epoch, state, attempts, due_at, outcome, conversation_id, fingerprint, raw, received_at, done_at) FROM stdin;
2	1	wa	wamid.IN-0-0	2	2	2	0	DONE	0	\N	REPLY	2	REPLY row Q-00	{"id": "wamid.IN-0-0", "from": "593900000000", "text": {"body": "¿qué hay de horario?"}, "type": "text", "timestamp": "1795698547"}	2026-11-26 13:09:07.834871+00	2026-11-26 13:09:08.37302+00
1	1	wa	wamid.IN-1-1	1	1	1	0	DONE	0	\N	REPLY	1	REPLY row Q-01	{"id": "wamid.IN-1-1", "from": "593900000001", "text": {"body": "¿qué hay de precio?"}, "type": "text", "timestamp": "1795698547"}	2026-11-26 13:09:07.834871+00	2026-11-26 13:09:08.968487+00
4	1	wa	wamid.IN-0-3	2	2	6	0	DONE	0	\N	REPLY	2	REPLY row Q-03	{"id": "wamid.IN-0-3", "from": "593900000000", "text": {"body": "¿qué hay de garantia?"}, "type": "text", "timestamp": "1795698548"}	2026-11-26 13:09:08.359143+00	2026-11-26 13:09:09.218031+00
3	1	wa	wamid.IN-1-0	1	1	3	0	DONE	0	\N	REPLY	1	REPLY row Q-00	{"id": "wamid.IN-1-0", "from": "593900000001", "text": {"body": "¿qué hay de horario?"}, "type": "text", "timestamp": "1795698548"}	2026-11-26 13:09:08.127502+00	2026-11-26 13:09:09.392172+00
5	1	wa	wamid.IN-2-3	3	3	8	0	DONE	0	\N	REPLY	3	REPLY row Q-03	{"id": "wamid.IN-2-3", "from": "593900000002", "text": {"body": "¿qué hay de garantia?"}, "type": "text", "timestamp": "1795698548"}	2026-11-26 13:09:09.002363+00	2026-11-26 13:09:09.443209+00
6	1	wa	wamid.IN-0-2	2	2	12	0	DONE	0	\N	REPLY	2	REPLY row Q-02	{"id": "wamid.IN-0-2", "from": "593900000000", "text": {"body": "¿qué hay de envio?"}, "type": "text", "timestamp": "1795698549"}	2026-11-26 13:09:09.234494+00	2026-11-26 13:09:09.807078+00
7	1	wa	wamid.IN-2-0	3	3	14	0	DONE	0	\N	REPLY	3	REPLY row Q-00	{"id": "wamid.IN-2-0", "from": "593900000002", "text": {"body": "¿qué hay de horario?"}, "type": "text", "timestamp": "1795698549"}	2026-11-26 13:09:09.493125+00	2026-11-26 13:09:10.09068+00
8	1	wa	wamid.IN-0-1	2	2	16	0	DONE	0	\N	REPLY	2	REPLY row Q-01	{"id": "wamid.IN-0-1", "from": "593900000000", "text": {"body": "¿qué hay de precio?"}, "type": "text", "timestamp": "1795698549"}	2026-11-26 13:09:09.828347+00	2026-11-26 13:09:10.597999+00
9	1	wa	wamid.IN-2-2	3	3	19	0	DONE	0	\N	REPLY	3	REPLY row Q-02	{"id": "wamid.IN-2-2", "from": "593900000002", "text": {"body": "¿qué hay de envio?"}, "type": "text", "timestamp": "1795698549"}	2026-11-26 13:09:10.051036+00	2026-11-26 13:09:10.957051+00
10	1	wa	wamid.IN-1-3	1	1	20	0	DONE	0	\N	REPLY	1	REPLY row Q-03	{"id": "wamid.IN-1-3", "from": "593900000001", "text": {"body": "¿qué hay de garantia?"}, "type": "text", "timestamp": "1795698549"}	2026-11-26 13:09:10.711184+00	2026-11-26 13:09:10.957051+00
11	1	wa	wamid.IN-1-2	1	1	22	0	DONE	0	\N	REPLY	1	REPLY row Q-02	{"id": "wamid.IN-1-2", "from": "593900000001", "text": {"body": "¿qué hay de envio?"}, "type": "text", "timestamp": "1795698550"}	2026-11-26 13:09:10.908823+00	2026-11-26 13:09:11.702573+00
12	1	wa	wamid.IN-2-1	3	3	23	0	DONE	0	\N	REPLY	3	REPLY row Q-01	{"id": "wamid.IN-2-1", "from": "593900000002", "text": {"body": "¿qué hay de precio?"}, "type": "text", "timestamp": "1795698550"}	2026-11-26 13:09:10.908823+00	2026-11-26 13:09:11.874575+00
\.
COPY bot.parcel (id, workspace_id, contact_id, shard, message_id, channel_id, address_id, rank, epoch, inbound_id, state, attempts, due_at, sending_at, token, external_id, reason, resent, created_at, settled_at) FROM stdin;
3	1	1	1	7	wa	1	1	0	1	SENT	1	1970-01-01 00:00:00+00	2026-11-26 13:09:09.081335+00	1	wamid.STANDIN43ccb6f000000001	\N	f	2026-11-26 13:09:08.998965+00	2026-11-26 13:09:09.981658+00
1	1	2	2	4	wa	2	1	0	2	SENT	1	1970-01-01 00:00:00+00	2026-11-26 13:09:08.714777+00	1	wamid.STANDIN43ccb6f000000002	\N	f	2026-11-26 13:09:08.489086+00	2026-11-26 13:09:10.329842+00
7	1	3	3	13	wa	3	1	0	5	SENT	1	1970-01-01 00:00:00+00	2026-11-26 13:09:09.481643+00	1	wamid.STANDIN43ccb6f000000003	\N	f	2026-11-26 13:09:09.466316+00	2026-11-26 13:09:10.721963+00
5	1	1	1	10	wa	1	1	0	3	SENT	1	1970-01-01 00:00:00+00	2026-11-26 13:09:10.429943+00	1	wamid.STANDIN43ccb6f000000004	\N	f	2026-11-26 13:09:09.403272+00	2026-11-26 13:09:10.813321+00
2	1	2	2	5	wa	2	1	0	2	SENT	1	1970-01-01 00:00:00+00	2026-11-26 13:09:10.564827+00	1	wamid.STANDIN43ccb6f000000005	\N	f	2026-11-26 13:09:08.489086+00	2026-11-26 13:09:11.547032+00
6	1	1	1	11	wa	1	1	0	3	SENT	1	1970-01-01 00:00:00+00	2026-11-26 13:09:10.922233+00	1	wamid.STANDIN43ccb6f000000007	\N	f	2026-11-26 13:09:09.403272+00	2026-11-26 13:09:11.585862+00
9	1	3	3	17	wa	3	1	0	7	SENT	1	1970-01-01 00:00:00+00	2026-11-26 13:09:10.804571+00	1	wamid.STANDIN43ccb6f000000006	\N	f	2026-11-26 13:09:10.447929+00	2026-11-26 13:09:11.675214+00
4	1	2	2	9	wa	2	1	0	4	SENT	1	1970-01-01 00:00:00+00	2026-11-26 13:09:11.699124+00	1	wamid.STANDIN43ccb6f000000008	\N	f	2026-11-26 13:09:09.332085+00	2026-11-26 13:09:12.099227+00
10	1	3	3	18	wa	3	1	0	7	SENT	1	1970-01-01 00:00:00+00	2026-11-26 13:09:11.773851+00	1	wamid.STANDIN43ccb6f000000009	\N	f	2026-11-26 13:09:10.447929+00	2026-11-26 13:09:12.276278+00
13	1	1	1	25	wa	1	1	0	10	SENT	1	1970-01-01 00:00:00+00	2026-11-26 13:09:11.699124+00	1	wamid.STANDIN43ccb6f000000010	\N	f	2026-11-26 13:09:11.46505+00	2026-11-26 13:09:12.276278+00
8	1	2	2	15	wa	2	1	0	6	SENT	1	1970-01-01 00:00:00+00	2026-11-26 13:09:12.188098+00	1	wamid.STANDIN43ccb6f000000011	\N	f	2026-11-26 13:09:09.811489+00	2026-11-26 13:09:12.351831+00
12	1	3	3	24	wa	3	1	0	9	SENT	1	1970-01-01 00:00:00+00	2026-11-26 13:09:12.350678+00	1	wamid.STANDIN43ccb6f000000012	\N	f	2026-11-26 13:09:11.46505+00	2026-11-26 13:09:12.420503+00
14	1	1	1	26	wa	1	1	0	11	SENT	1	1970-01-01 00:00:00+00	2026-11-26 13:09:12.350678+00	1	wamid.STANDIN43ccb6f000000013	\N	f	2026-11-26 13:09:11.780654+00	2026-11-26 13:09:12.420503+00
11	1	2	2	21	wa	2	1	0	8	SENT	1	1970-01-01 00:00:00+00	2026-11-26 13:09:12.371673+00	1	wamid.STANDIN43ccb6f000000014	\N	f	2026-11-26 13:09:10.879021+00	2026-11-26 13:09:12.529089+00
15	1	3	3	27	wa	3	1	0	12	SENT	1	1970-01-01 00:00:00+00	2026-11-26 13:09:12.471931+00	1	wamid.STANDIN43ccb6f000000015	\N	f	2026-11-26 13:09:12.042989+00	2026-11-26 13:09:12.586633+00
\.
COPY bot.receipt (id, workspace_id, channel_id, external_id, kind, callback, code, reason, provider_at, state, attempts, due_at, raw, received_at) FROM stdin;
4	1	wa	wamid.STANDIN43ccb6f000000002	SENT	relevo-1	\N	\N	2026-11-26 13:09:09+00	DONE	0	-infinity	{"id": "wamid.STANDIN43ccb6f000000002", "status": "sent", "timestamp": "1795698549", "recipient_id": "593900000000", "biz_opaque_callback_data": "relevo-1"}	2026-11-26 13:09:09.828347+00
5	1	wa	wamid.STANDIN43ccb6f000000002	DELIVERED	relevo-1	\N	\N	2026-11-26 13:09:09+00	DONE	0	-infinity	{"id": "wamid.STANDIN43ccb6f000000002", "status": "delivered", "timestamp": "1795698549", "recipient_id": "593900000000", "biz_opaque_callback_data": "relevo-1"}	2026-11-26 13:09:09.828347+00
6	1	wa	wamid.STANDIN43ccb6f000000002	READ	relevo-1	\N	\N	2026-11-26 13:09:09+00	DONE	0	-infinity	{"id": "wamid.STANDIN43ccb6f000000002", "status": "read", "timestamp": "1795698549", "recipient_id": "593900000000", "biz_opaque_callback_data": "relevo-1"}	2026-11-26 13:09:09.828347+00
1	1	wa	wamid.STANDIN43ccb6f000000001	SENT	relevo-3	\N	\N	2026-11-26 13:09:09+00	DONE	0	-infinity	{"id": "wamid.STANDIN43ccb6f000000001", "status": "sent", "timestamp": "1795698549", "recipient_id": "593900000001", "biz_opaque_callback_data": "relevo-3"}	2026-11-26 13:09:09.828347+00
2	1	wa	wamid.STANDIN43ccb6f000000001	DELIVERED	relevo-3	\N	\N	2026-11-26 13:09:09+00	DONE	0	-infinity	{"id": "wamid.STANDIN43ccb6f000000001", "status": "delivered", "timestamp": "1795698549", "recipient_id": "593900000001", "biz_opaque_callback_data": "relevo-3"}	2026-11-26 13:09:09.828347+00
3	1	wa	wamid.STANDIN43ccb6f000000001	READ	relevo-3	\N	\N	2026-11-26 13:09:09+00	DONE	0	-infinity	{"id": "wamid.STANDIN43ccb6f000000001", "status": "read", "timestamp": "1795698549", "recipient_id": "593900000001", "biz_opaque_callback_data": "relevo-3"}	2026-11-26 13:09:09.828347+00
10	1	wa	wamid.STANDIN43ccb6f000000004	SENT	relevo-5	\N	\N	2026-11-26 13:09:10+00	DONE	0	-infinity	{"id": "wamid.STANDIN43ccb6f000000004", "status": "sent", "timestamp": "1795698550", "recipient_id": "593900000001", "biz_opaque_callback_data": "relevo-5"}	2026-11-26 13:09:10.809204+00
11	1	wa	wamid.STANDIN43ccb6f000000004	READ	relevo-5	\N	\N	2026-11-26 13:09:10+00	DONE	0	-infinity	{"id": "wamid.STANDIN43ccb6f000000004", "status": "read", "timestamp": "1795698550", "recipient_id": "593900000001", "biz_opaque_callback_data": "relevo-5"}	2026-11-26 13:09:10.809204+00
7	1	wa	wamid.STANDIN43ccb6f000000003	SENT	relevo-7	\N	\N	2026-11-26 13:09:09+00	DONE	0	-infinity	{"id": "wamid.STANDIN43ccb6f000000003", "status": "sent", "timestamp": "1795698549", "recipient_id": "593900000002", "biz_opaque_callback_data": "relevo-7"}	2026-11-26 13:09:10.711184+00
8	1	wa	wamid.STANDIN43ccb6f000000003	DELIVERED	relevo-7	\N	\N	2026-11-26 13:09:09+00	DONE	0	-infinity	{"id": "wamid.STANDIN43ccb6f000000003", "status": "delivered", "timestamp": "1795698549", "recipient_id": "593900000002", "biz_opaque_callback_data": "relevo-7"}	2026-11-26 13:09:10.711184+00
9	1	wa	wamid.STANDIN43ccb6f000000003	READ	relevo-7	\N	\N	2026-11-26 13:09:09+00	DONE	0	-infinity	{"id": "wamid.STANDIN43ccb6f000000003", "status": "read", "timestamp": "1795698549", "recipient_id": "593900000002", "biz_opaque_callback_data": "relevo-7"}	2026-11-26 13:09:10.711184+00
13	1	wa	wamid.STANDIN43ccb6f000000005	SENT	relevo-2	\N	\N	2026-11-26 13:09:10+00	DONE	0	-infinity	{"id": "wamid.STANDIN43ccb6f000000005", "status": "sent", "timestamp": "1795698550", "recipient_id": "593900000000", "biz_opaque_callback_data": "relevo-2"}	2026-11-26 13:09:11.3956+00
14	1	wa	wamid.STANDIN43ccb6f000000005	DELIVERED	relevo-2	\N	\N	2026-11-26 13:09:10+00	DONE	0	-infinity	{"id": "wamid.STANDIN43ccb6f000000005", "status": "delivered", "timestamp": "1795698550", "recipient_id": "593900000000", "biz_opaque_callback_data": "relevo-2"}	2026-11-26 13:09:11.451154+00
15	1	wa	wamid.STANDIN43ccb6f000000005	READ	relevo-2	\N	\N	2026-11-26 13:09:10+00	DONE	0	-infinity	{"id": "wamid.STANDIN43ccb6f000000005", "status": "read", "timestamp": "1795698550", "recipient_id": "593900000000", "biz_opaque_callback_data": "relevo-2"}	2026-11-26 13:09:11.451154+00
22	1	wa	wamid.STANDIN43ccb6f000000008	SENT	relevo-4	\N	\N	2026-11-26 13:09:11+00	DONE	0	-infinity	{"id": "wamid.STANDIN43ccb6f000000008", "status": "sent", "timestamp": "1795698551", "recipient_id": "593900000000", "biz_opaque_callback_data": "relevo-4"}	2026-11-26 13:09:11.943342+00
23	1	wa	wamid.STANDIN43ccb6f000000008	DELIVERED	relevo-4	\N	\N	2026-11-26 13:09:11+00	DONE	0	-infinity	{"id": "wamid.STANDIN43ccb6f000000008", "status": "delivered", "timestamp": "1795698551", "recipient_id": "593900000000", "biz_opaque_callback_data": "relevo-4"}	2026-11-26 13:09:12.065201+00
24	1	wa	wamid.STANDIN43ccb6f000000008	READ	relevo-4	\N	\N	2026-11-26 13:09:11+00	DONE	0	-infinity	{"id": "wamid.STANDIN43ccb6f000000008", "status": "read", "timestamp": "1795698551", "recipient_id": "593900000000", "biz_opaque_callback_data": "relevo-4"}	2026-11-26 13:09:12.065201+00
25	1	wa	wamid.STANDIN43ccb6f000000009	SENT	relevo-10	\N	\N	2026-11-26 13:09:11+00	DONE	0	-infinity	{"id": "wamid.STANDIN43ccb6f000000009", "status": "sent", "timestamp": "1795698551", "recipient_id": "593900000002", "biz_opaque_callback_data": "relevo-10"}	2026-11-26 13:09:12.11834+00
12	1	wa	wamid.STANDIN43ccb6f000000004	DELIVERED	relevo-5	\N	\N	2026-11-26 13:09:10+00	DONE	0	-infinity	{"id": "wamid.STANDIN43ccb6f000000004", "status": "delivered", "timestamp": "1795698550", "recipient_id": "593900000001", "biz_opaque_callback_data": "relevo-5"}	2026-11-26 13:09:10.871594+00
16	1	wa	wamid.STANDIN43ccb6f000000006	SENT	relevo-9	\N	\N	2026-11-26 13:09:10+00	DONE	0	-infinity	{"id": "wamid.STANDIN43ccb6f000000006", "status": "sent", "timestamp": "1795698550", "recipient_id": "593900000002", "biz_opaque_callback_data": "relevo-9"}	2026-11-26 13:09:11.451154+00
17	1	wa	wamid.STANDIN43ccb6f000000006	DELIVERED	relevo-9	\N	\N	2026-11-26 13:09:10+00	DONE	0	-infinity	{"id": "wamid.STANDIN43ccb6f000000006", "status": "delivered", "timestamp": "1795698550", "recipient_id": "593900000002", "biz_opaque_callback_data": "relevo-9"}	2026-11-26 13:09:11.451154+00
18	1	wa	wamid.STANDIN43ccb6f000000006	READ	relevo-9	\N	\N	2026-11-26 13:09:10+00	DONE	0	-infinity	{"id": "wamid.STANDIN43ccb6f000000006", "status": "read", "timestamp": "1795698550", "recipient_id": "593900000002", "biz_opaque_callback_data": "relevo-9"}	2026-11-26 13:09:11.451154+00
19	1	wa	wamid.STANDIN43ccb6f000000007	SENT	relevo-6	\N	\N	2026-11-26 13:09:11+00	DONE	0	-infinity	{"id": "wamid.STANDIN43ccb6f000000007", "status": "sent", "timestamp": "1795698551", "recipient_id": "593900000001", "biz_opaque_callback_data": "relevo-6"}	2026-11-26 13:09:11.451154+00
20	1	wa	wamid.STANDIN43ccb6f000000007	DELIVERED	relevo-6	\N	\N	2026-11-26 13:09:11+00	DONE	0	-infinity	{"id": "wamid.STANDIN43ccb6f000000007", "status": "delivered", "timestamp": "1795698551", "recipient_id": "593900000001", "biz_opaque_callback_data": "relevo-6"}	2026-11-26 13:09:11.451154+00
21	1	wa	wamid.STANDIN43ccb6f000000007	READ	relevo-6	\N	\N	2026-11-26 13:09:11+00	DONE	0	-infinity	{"id": "wamid.STANDIN43ccb6f000000007", "status": "read", "timestamp": "1795698551", "recipient_id": "593900000001", "biz_opaque_callback_data": "relevo-6"}	2026-11-26 13:09:11.451154+00
26	1	wa	wamid.STANDIN43ccb6f000000009	DELIVERED	relevo-10	\N	\N	2026-11-26 13:09:11+00	DONE	0	-infinity	{"id": "wamid.STANDIN43ccb6f000000009", "status": "delivered", "timestamp": "1795698551", "recipient_id": "593900000002", "biz_opaque_callback_data": "relevo-10"}	2026-11-26 13:09:12.11834+00
27	1	wa	wamid.STANDIN43ccb6f000000009	READ	relevo-10	\N	\N	2026-11-26 13:09:11+00	DONE	0	-infinity	{"id": "wamid.STANDIN43ccb6f000000009", "status": "read", "timestamp": "1795698551", "recipient_id": "593900000002", "biz_opaque_callback_data": "relevo-10"}	2026-11-26 13:09:12.11834+00
28	1	wa	wamid.STANDIN43ccb6f000000010	SENT	relevo-13	\N	\N	2026-11-26 13:09:11+00	DONE	0	-infinity	{"id": "wamid.STANDIN43ccb6f000000010", "status": "sent", "timestamp": "1795698551", "recipient_id": "593900000001", "biz_opaque_callback_data": "relevo-13"}	2026-11-26 13:09:12.11834+00
29	1	wa	wamid.STANDIN43ccb6f000000010	DELIVERED	relevo-13	\N	\N	2026-11-26 13:09:11+00	DONE	0	-infinity	{"id": "wamid.STANDIN43ccb6f000000010", "status": "delivered", "timestamp": "1795698551", "recipient_id": "593900000001", "biz_opaque_callback_data": "relevo-13"}	2026-11-26 13:09:12.11834+00
30	1	wa	wamid.STANDIN43ccb6f000000010	READ	relevo-13	\N	\N	2026-11-26 13:09:11+00	DONE	0	-infinity	{"id": "wamid.STANDIN43ccb6f000000010", "status": "read", "timestamp": "1795698551", "recipient_id": "593900000001", "biz_opaque_callback_data": "relevo-13"}	2026-11-26 13:09:12.11834+00
31	1	wa	wamid.STANDIN43ccb6f000000011	DELIVERED	relevo-8	\N	\N	2026-11-26 13:09:12+00	DONE	0	-infinity	{"id": "wamid.STANDIN43ccb6f000000011", "status": "delivered", "timestamp": "1795698552", "recipient_id": "593900000000", "biz_opaque_callback_data": "relevo-8"}	2026-11-26 13:09:12.30364+00
32	1	wa	wamid.STANDIN43ccb6f000000011	SENT	relevo-8	\N	\N	2026-11-26 13:09:12+00	DONE	0	-infinity	{"id": "wamid.STANDIN43ccb6f000000011", "status": "sent", "timestamp": "1795698552", "recipient_id": "593900000000", "biz_opaque_callback_data": "relevo-8"}	2026-11-26 13:09:12.32408+00
33	1	wa	wamid.STANDIN43ccb6f000000011	READ	relevo-8	\N	\N	2026-11-26 13:09:12+00	DONE	0	-infinity	{"id": "wamid.STANDIN43ccb6f000000011", "status": "read", "timestamp": "1795698552", "recipient_id": "593900000000", "biz_opaque_callback_data": "relevo-8"}	2026-11-26 13:09:12.32408+00
34	1	wa	wamid.STANDIN43ccb6f000000012	READ	relevo-12	\N	\N	2026-11-26 13:09:12+00	DONE	0	-infinity	{"id": "wamid.STANDIN43ccb6f000000012", "status": "read", "timestamp": "1795698552", "recipient_id": "593900000002", "biz_opaque_callback_data": "relevo-12"}	2026-11-26 13:09:12.387753+00
35	1	wa	wamid.STANDIN43ccb6f000000013	SENT	relevo-14	\N	\N	2026-11-26 13:09:12+00	DONE	0	-infinity	{"id": "wamid.STANDIN43ccb6f000000013", "status": "sent", "timestamp": "1795698552", "recipient_id": "593900000001", "biz_opaque_callback_data": "relevo-14"}	2026-11-26 13:09:12.387753+00
36	1	wa	wamid.STANDIN43ccb6f000000013	READ	relevo-14	\N	\N	2026-11-26 13:09:12+00	DONE	0	-infinity	{"id": "wamid.STANDIN43ccb6f000000013", "status": "read", "timestamp": "1795698552", "recipient_id": "593900000001", "biz_opaque_callback_data": "relevo-14"}	2026-11-26 13:09:12.387753+00
37	1	wa	wamid.STANDIN43ccb6f000000012	SENT	relevo-12	\N	\N	2026-11-26 13:09:12+00	DONE	0	-infinity	{"id": "wamid.STANDIN43ccb6f000000012", "status": "sent", "timestamp": "1795698552", "recipient_id": "593900000002", "biz_opaque_callback_data": "relevo-12"}	2026-11-26 13:09:12.40992+00
38	1	wa	wamid.STANDIN43ccb6f000000012	DELIVERED	relevo-12	\N	\N	2026-11-26 13:09:12+00	DONE	0	-infinity	{"id": "wamid.STANDIN43ccb6f000000012", "status": "delivered", "timestamp": "1795698552", "recipient_id": "593900000002", "biz_opaque_callback_data": "relevo-12"}	2026-11-26 13:09:12.40992+00
39	1	wa	wamid.STANDIN43ccb6f000000013	DELIVERED	relevo-14	\N	\N	2026-11-26 13:09:12+00	DONE	0	-infinity	{"id": "wamid.STANDIN43ccb6f000000013", "status": "delivered", "timestamp": "1795698552", "recipient_id": "593900000001", "biz_opaque_callback_data": "relevo-14"}	2026-11-26 13:09:12.431636+00
40	1	wa	wamid.STANDIN43ccb6f000000014	SENT	relevo-11	\N	\N	2026-11-26 13:09:12+00	DONE	0	-infinity	{"id": "wamid.STANDIN43ccb6f000000014", "status": "sent", "timestamp": "1795698552", "recipient_id": "593900000000", "biz_opaque_callback_data": "relevo-11"}	2026-11-26 13:09:12.493683+00
41	1	wa	wamid.STANDIN43ccb6f000000014	READ	relevo-11	\N	\N	2026-11-26 13:09:12+00	DONE	0	-infinity	{"id": "wamid.STANDIN43ccb6f000000014", "status": "read", "timestamp": "1795698552", "recipient_id": "593900000000", "biz_opaque_callback_data": "relevo-11"}	2026-11-26 13:09:12.493683+00
42	1	wa	wamid.STANDIN43ccb6f000000014	DELIVERED	relevo-11	\N	\N	2026-11-26 13:09:12+00	DONE	0	-infinity	{"id": "wamid.STANDIN43ccb6f000000014", "status": "delivered", "timestamp": "1795698552", "recipient_id": "593900000000", "biz_opaque_callback_data": "relevo-11"}	2026-11-26 13:09:12.514016+00
43	1	wa	wamid.STANDIN43ccb6f000000015	DELIVERED	relevo-15	\N	\N	2026-11-26 13:09:12+00	DONE	0	-infinity	{"id": "wamid.STANDIN43ccb6f000000015", "status": "delivered", "timestamp": "1795698552", "recipient_id": "593900000002", "biz_opaque_callback_data": "relevo-15"}	2026-11-26 13:09:12.556+00
44	1	wa	wamid.STANDIN43ccb6f000000015	SENT	relevo-15	\N	\N	2026-11-26 13:09:12+00	DONE	0	-infinity	{"id": "wamid.STANDIN43ccb6f000000015", "status": "sent", "timestamp": "1795698552", "recipient_id": "593900000002", "biz_opaque_callback_data": "relevo-15"}	2026-11-26 13:09:12.577334+00
45	1	wa	wamid.STANDIN43ccb6f000000015	READ	relevo-15	\N	\N	2026-11-26 13:09:12+00	DONE	0	-infinity	{"id": "wamid.STANDIN43ccb6f000000015", "status": "read", "timestamp": "1795698552", "recipient_id": "593900000002", "biz_opaque_callback_data": "relevo-15"}	2026-11-26 13:09:12.577334+00
\.
COPY crm.address (id, workspace_id, contact_id, channel_id, last_inbound_at, replaced_by, created_at) FROM stdin;
2	1	2	wa	2026-11-26 13:09:09.84441+00	\N	2026-11-26 13:09:07.868717+00
1	1	1	wa	2026-11-26 13:09:10.964634+00	\N	2026-11-26 13:09:07.868717+00
3	1	3	wa	2026-11-26 13:09:10.964634+00	\N	2026-11-26 13:09:09.011183+00
\.
COPY crm.alias (workspace_id, scope, kind, value, contact_id, address_id) FROM stdin;
1	wa	PHONE	593900000001	1	1
1	*	PHONE	593900000001	1	\N
1	wa	PHONE	593900000000	2	2
1	*	PHONE	593900000000	2	\N
1	wa	PHONE	593900000002	3	3
1	*	PHONE	593900000002	3	\N
\.
COPY crm.contact (id, workspace_id, name, phone, email, language, subscribed, blocked, fields, created_at) FROM stdin;
1	1	Cliente 1	+593900000001	\N	\N	t	f	{}	2026-11-26 13:09:07.868717+00
2	1	Cliente 0	+593900000000	\N	\N	t	f	{}	2026-11-26 13:09:07.868717+00
3	1	Cliente 2	+593900000002	\N	\N	t	f	{}	2026-11-26 13:09:09.011183+00
\.
COPY crm.conversation (id, workspace_id, contact_id, channel_id, opened_at, opened_by, opened_by_member, closed_at, closed_by, closed_by_member, category, summary, first_response_at, first_response_by, incoming, outgoing, bot_turns, assignments) FROM stdin;
2	1	2	wa	2026-11-26 13:09:07.954063+00	CUSTOMER	\N	\N	\N	\N	\N	\N	\N	\N	4	5	4	0
1	1	1	wa	2026-11-26 13:09:07.954063+00	CUSTOMER	\N	\N	\N	\N	\N	\N	\N	\N	4	5	4	0
3	1	3	wa	2026-11-26 13:09:09.078056+00	CUSTOMER	\N	\N	\N	\N	\N	\N	\N	\N	4	5	4	0
\.
COPY crm.event (id, workspace_id, contact_id, conversation_id, kind, actor, member_id, automatic, data, at) FROM stdin;
1	1	1	\N	contact.created	CUSTOMER	\N	\N	{}	2026-11-26 13:09:07.8832+00
2	1	2	\N	contact.created	CUSTOMER	\N	\N	{}	2026-11-26 13:09:07.8832+00
3	1	1	1	conversation.opened	CUSTOMER	\N	\N	{}	2026-11-26 13:09:08.050086+00
4	1	2	2	conversation.opened	CUSTOMER	\N	\N	{}	2026-11-26 13:09:08.050086+00
5	1	1	1	message.received	CUSTOMER	\N	\N	{"quiet": "false", "message": "1", "sequence": "1"}	2026-11-26 13:09:08.050086+00
6	1	2	2	message.received	CUSTOMER	\N	\N	{"quiet": "false", "message": "2", "sequence": "1"}	2026-11-26 13:09:08.050086+00
7	1	1	1	message.received	CUSTOMER	\N	\N	{"quiet": "false", "message": "3", "sequence": "2"}	2026-11-26 13:09:08.296352+00
8	1	2	2	message.sent	BOT	\N	\N	{"state": "QUEUED", "answers": "2", "message": "4", "sequence": "2"}	2026-11-26 13:09:08.702746+00
9	1	2	2	message.sent	BOT	\N	\N	{"state": "QUEUED", "answers": "2", "message": "5", "sequence": "3"}	2026-11-26 13:09:08.702746+00
10	1	2	2	message.received	CUSTOMER	\N	\N	{"quiet": "false", "message": "6", "sequence": "4"}	2026-11-26 13:09:08.988785+00
11	1	3	\N	contact.created	CUSTOMER	\N	\N	{}	2026-11-26 13:09:09.01267+00
12	1	1	1	message.sent	BOT	\N	\N	{"state": "QUEUED", "answers": "1", "message": "7", "sequence": "3"}	2026-11-26 13:09:09.07293+00
13	1	3	3	conversation.opened	CUSTOMER	\N	\N	{}	2026-11-26 13:09:09.196245+00
14	1	3	3	message.received	CUSTOMER	\N	\N	{"quiet": "false", "message": "8", "sequence": "1"}	2026-11-26 13:09:09.196245+00
15	1	2	2	message.sent	BOT	\N	\N	{"state": "QUEUED", "answers": "6", "message": "9", "sequence": "5"}	2026-11-26 13:09:09.358083+00
16	1	1	1	message.sent	BOT	\N	\N	{"state": "QUEUED", "answers": "3", "message": "10", "sequence": "4"}	2026-11-26 13:09:09.411247+00
17	1	1	1	message.sent	BOT	\N	\N	{"state": "QUEUED", "answers": "3", "message": "11", "sequence": "5"}	2026-11-26 13:09:09.411247+00
18	1	2	2	message.received	CUSTOMER	\N	\N	{"quiet": "false", "message": "12", "sequence": "6"}	2026-11-26 13:09:09.470252+00
19	1	3	3	message.sent	BOT	\N	\N	{"state": "QUEUED", "answers": "8", "message": "13", "sequence": "2"}	2026-11-26 13:09:09.479654+00
20	1	3	3	message.received	CUSTOMER	\N	\N	{"quiet": "false", "message": "14", "sequence": "3"}	2026-11-26 13:09:09.787353+00
21	1	2	2	message.sent	BOT	\N	\N	{"state": "QUEUED", "answers": "12", "message": "15", "sequence": "7"}	2026-11-26 13:09:09.814442+00
22	1	2	2	message.received	CUSTOMER	\N	\N	{"quiet": "false", "message": "16", "sequence": "8"}	2026-11-26 13:09:09.852304+00
23	1	1	1	message.changed	BOT	\N	\N	{"state": "SENT", "message": "7", "sequence": "3"}	2026-11-26 13:09:10.297464+00
24	1	2	2	message.changed	BOT	\N	\N	{"state": "READ", "message": "4", "sequence": "2"}	2026-11-26 13:09:10.358066+00
25	1	3	3	message.sent	BOT	\N	\N	{"state": "QUEUED", "answers": "14", "message": "17", "sequence": "4"}	2026-11-26 13:09:10.540061+00
26	1	3	3	message.sent	BOT	\N	\N	{"state": "QUEUED", "answers": "14", "message": "18", "sequence": "5"}	2026-11-26 13:09:10.540061+00
27	1	3	3	message.received	CUSTOMER	\N	\N	{"quiet": "false", "message": "19", "sequence": "6"}	2026-11-26 13:09:10.642946+00
28	1	1	1	message.changed	BOT	\N	\N	{"state": "READ", "message": "7", "sequence": "3"}	2026-11-26 13:09:10.714687+00
29	1	3	3	message.changed	BOT	\N	\N	{"state": "SENT", "message": "13", "sequence": "2"}	2026-11-26 13:09:10.770615+00
30	1	1	1	message.received	CUSTOMER	\N	\N	{"quiet": "false", "message": "20", "sequence": "8"}	2026-11-26 13:09:10.785097+00
31	1	1	1	message.changed	BOT	\N	\N	{"state": "SENT", "message": "10", "sequence": "4"}	2026-11-26 13:09:10.851405+00
32	1	2	2	message.sent	BOT	\N	\N	{"state": "QUEUED", "answers": "16", "message": "21", "sequence": "10"}	2026-11-26 13:09:10.886333+00
33	1	1	1	message.changed	BOT	\N	\N	{"state": "READ", "message": "10", "sequence": "4"}	2026-11-26 13:09:10.930999+00
34	1	1	1	message.received	CUSTOMER	\N	\N	{"quiet": "false", "message": "22", "sequence": "11"}	2026-11-26 13:09:11.03731+00
35	1	3	3	message.received	CUSTOMER	\N	\N	{"quiet": "false", "message": "23", "sequence": "8"}	2026-11-26 13:09:11.03731+00
36	1	3	3	message.changed	BOT	\N	\N	{"state": "READ", "message": "13", "sequence": "2"}	2026-11-26 13:09:11.293526+00
37	1	3	3	message.sent	BOT	\N	\N	{"state": "QUEUED", "answers": "19", "message": "24", "sequence": "10"}	2026-11-26 13:09:11.504913+00
38	1	1	1	message.sent	BOT	\N	\N	{"state": "QUEUED", "answers": "20", "message": "25", "sequence": "12"}	2026-11-26 13:09:11.504913+00
39	1	2	2	message.changed	BOT	\N	\N	{"state": "READ", "message": "5", "sequence": "3"}	2026-11-26 13:09:11.572643+00
40	1	1	1	message.changed	BOT	\N	\N	{"state": "SENT", "message": "11", "sequence": "5"}	2026-11-26 13:09:11.660696+00
41	1	3	3	message.changed	BOT	\N	\N	{"state": "SENT", "message": "17", "sequence": "4"}	2026-11-26 13:09:11.733789+00
42	1	1	1	message.sent	BOT	\N	\N	{"state": "QUEUED", "answers": "22", "message": "26", "sequence": "14"}	2026-11-26 13:09:11.844901+00
43	1	3	3	message.sent	BOT	\N	\N	{"state": "QUEUED", "answers": "23", "message": "27", "sequence": "12"}	2026-11-26 13:09:12.052071+00
44	1	2	2	message.changed	BOT	\N	\N	{"state": "SENT", "message": "9", "sequence": "5"}	2026-11-26 13:09:12.132121+00
45	1	3	3	message.changed	BOT	\N	\N	{"state": "READ", "message": "17", "sequence": "4"}	2026-11-26 13:09:12.26765+00
46	1	1	1	message.changed	BOT	\N	\N	{"state": "READ", "message": "11", "sequence": "5"}	2026-11-26 13:09:12.26765+00
47	1	3	3	message.changed	BOT	\N	\N	{"state": "SENT", "message": "18", "sequence": "5"}	2026-11-26 13:09:12.313929+00
48	1	1	1	message.changed	BOT	\N	\N	{"state": "SENT", "message": "25", "sequence": "12"}	2026-11-26 13:09:12.313929+00
49	1	2	2	message.changed	BOT	\N	\N	{"state": "READ", "message": "9", "sequence": "5"}	2026-11-26 13:09:12.319926+00
50	1	3	3	message.changed	BOT	\N	\N	{"state": "READ", "message": "18", "sequence": "5"}	2026-11-26 13:09:12.361896+00
51	1	1	1	message.changed	BOT	\N	\N	{"state": "READ", "message": "25", "sequence": "12"}	2026-11-26 13:09:12.361896+00
55	1	2	2	message.changed	BOT	\N	\N	{"state": "READ", "message": "15", "sequence": "7"}	2026-11-26 13:09:12.502674+00
56	1	3	3	message.changed	BOT	\N	\N	{"state": "READ", "message": "24", "sequence": "10"}	2026-11-26 13:09:12.502674+00
57	1	1	1	message.changed	BOT	\N	\N	{"state": "READ", "message": "26", "sequence": "14"}	2026-11-26 13:09:12.502674+00
60	1	2	2	message.changed	BOT	\N	\N	{"state": "READ", "message": "21", "sequence": "10"}	2026-11-26 13:09:12.654892+00
61	1	3	3	message.changed	BOT	\N	\N	{"state": "READ", "message": "27", "sequence": "12"}	2026-11-26 13:09:12.654892+00
52	1	2	2	message.changed	BOT	\N	\N	{"state": "SENT", "message": "15", "sequence": "7"}	2026-11-26 13:09:12.367027+00
53	1	3	3	message.changed	BOT	\N	\N	{"state": "SENT", "message": "24", "sequence": "10"}	2026-11-26 13:09:12.434407+00
54	1	1	1	message.changed	BOT	\N	\N	{"state": "SENT", "message": "26", "sequence": "14"}	2026-11-26 13:09:12.434407+00
58	1	2	2	message.changed	BOT	\N	\N	{"state": "SENT", "message": "21", "sequence": "10"}	2026-11-26 13:09:12.541164+00
59	1	3	3	message.changed	BOT	\N	\N	{"state": "SENT", "message": "27", "sequence": "12"}	2026-11-26 13:09:12.589232+00
\.
COPY crm.message (id, workspace_id, contact_id, conversation_id, sequence, revision, inbound, author, member_id, automatic, channel_id, address_id, content, quotes, state, reason, grounds, external_id, provider_at, created_at) FROM stdin;
1	1	1	1	1	1	t	CUSTOMER	\N	\N	wa	1	{"body": "¿qué hay de precio?", "type": "text"}	\N	RECEIVED	\N	\N	wamid.IN-1-1	2026-11-26 13:09:07+00	2026-11-26 13:09:07.954063+00
2	1	2	2	1	1	t	CUSTOMER	\N	\N	wa	2	{"body": "¿qué hay de horario?", "type": "text"}	\N	RECEIVED	\N	\N	wamid.IN-0-0	2026-11-26 13:09:07+00	2026-11-26 13:09:07.954064+00
3	1	1	1	2	2	t	CUSTOMER	\N	\N	wa	1	{"body": "¿qué hay de horario?", "type": "text"}	\N	RECEIVED	\N	\N	wamid.IN-1-0	2026-11-26 13:09:08+00	2026-11-26 13:09:08.27824+00
6	1	2	2	4	4	t	CUSTOMER	\N	\N	wa	2	{"body": "¿qué hay de garantia?", "type": "text"}	\N	RECEIVED	\N	\N	wamid.IN-0-3	2026-11-26 13:09:08+00	2026-11-26 13:09:08.961452+00
8	1	3	3	1	1	t	CUSTOMER	\N	\N	wa	3	{"body": "¿qué hay de garantia?", "type": "text"}	\N	RECEIVED	\N	\N	wamid.IN-2-3	2026-11-26 13:09:08+00	2026-11-26 13:09:09.078056+00
12	1	2	2	6	6	t	CUSTOMER	\N	\N	wa	2	{"body": "¿qué hay de envio?", "type": "text"}	\N	RECEIVED	\N	\N	wamid.IN-0-2	2026-11-26 13:09:09+00	2026-11-26 13:09:09.449833+00
14	1	3	3	3	3	t	CUSTOMER	\N	\N	wa	3	{"body": "¿qué hay de horario?", "type": "text"}	\N	RECEIVED	\N	\N	wamid.IN-2-0	2026-11-26 13:09:09+00	2026-11-26 13:09:09.627753+00
16	1	2	2	8	8	t	CUSTOMER	\N	\N	wa	2	{"body": "¿qué hay de precio?", "type": "text"}	\N	RECEIVED	\N	\N	wamid.IN-0-1	2026-11-26 13:09:09+00	2026-11-26 13:09:09.84441+00
7	1	1	1	3	7	f	BOT	\N	\N	wa	1	{"body": "Esto es todo sobre precio. R01R", "type": "text"}	\N	READ	\N	{"row": "Q-01", "score": 1.0, "reasons": ["exact phrase", "matched: que, hay, de, precio"], "version": 1, "decision": "reply", "citations": [], "threshold": 0.45, "candidates": [{"row": "Q-02", "score": 0.22048236539998298, "question": "¿qué hay de envio?"}, {"row": "Q-00", "score": 0.2119973089496163, "question": "¿qué hay de horario?"}, {"row": "Q-03", "score": 0.2069491967701585, "question": "¿qué hay de garantia?"}]}	wamid.STANDIN43ccb6f000000001	\N	2026-11-26 13:09:09.016858+00
10	1	1	1	4	10	f	BOT	\N	\N	wa	1	{"body": "Esto es todo sobre horario. R00R", "type": "text"}	\N	READ	\N	{"row": "Q-00", "score": 1.0, "reasons": ["exact phrase", "matched: que, hay, de, horario"], "version": 1, "decision": "reply", "citations": [], "threshold": 0.45, "candidates": [{"row": "Q-02", "score": 0.21158515447003964, "question": "¿qué hay de envio?"}, {"row": "Q-03", "score": 0.21028000103844127, "question": "¿qué hay de garantia?"}, {"row": "Q-01", "score": 0.2042353822452969, "question": "¿qué hay de precio?"}]}	wamid.STANDIN43ccb6f000000004	\N	2026-11-26 13:09:09.405393+00
5	1	2	2	3	11	f	BOT	\N	\N	wa	2	{"file": null, "kind": "IMAGE", "link": "https://example.org/R00R.png", "mime": "image/png", "name": "R00R.png", "type": "media", "caption": "", "failure": null}	\N	READ	\N	{"row": "Q-00", "score": 1.0, "reasons": ["exact phrase", "matched: que, hay, de, horario"], "version": 1, "decision": "reply", "citations": [], "threshold": 0.45, "candidates": [{"row": "Q-02", "score": 0.21158515447003964, "question": "¿qué hay de envio?"}, {"row": "Q-03", "score": 0.21028000103844127, "question": "¿qué hay de garantia?"}, {"row": "Q-01", "score": 0.2042353822452969, "question": "¿qué hay de precio?"}]}	wamid.STANDIN43ccb6f000000005	\N	2026-11-26 13:09:08.531288+00
11	1	1	1	5	15	f	BOT	\N	\N	wa	1	{"file": null, "kind": "IMAGE", "link": "https://example.org/R00R.png", "mime": "image/png", "name": "R00R.png", "type": "media", "caption": "", "failure": null}	\N	READ	\N	{"row": "Q-00", "score": 1.0, "reasons": ["exact phrase", "matched: que, hay, de, horario"], "version": 1, "decision": "reply", "citations": [], "threshold": 0.45, "candidates": [{"row": "Q-02", "score": 0.21158515447003964, "question": "¿qué hay de envio?"}, {"row": "Q-03", "score": 0.21028000103844127, "question": "¿qué hay de garantia?"}, {"row": "Q-01", "score": 0.2042353822452969, "question": "¿qué hay de precio?"}]}	wamid.STANDIN43ccb6f000000007	\N	2026-11-26 13:09:09.405394+00
9	1	2	2	5	13	f	BOT	\N	\N	wa	2	{"body": "Esto es todo sobre garantia. R03R", "type": "text"}	\N	READ	\N	{"row": "Q-03", "score": 1.0, "reasons": ["exact phrase", "matched: que, hay, de, garantia"], "version": 1, "decision": "reply", "citations": [], "threshold": 0.45, "candidates": [{"row": "Q-02", "score": 0.2079579725878557, "question": "¿qué hay de envio?"}, {"row": "Q-00", "score": 0.20094057800276127, "question": "¿qué hay de horario?"}, {"row": "Q-01", "score": 0.20072129920754683, "question": "¿qué hay de precio?"}]}	wamid.STANDIN43ccb6f000000008	\N	2026-11-26 13:09:09.334037+00
4	1	2	2	2	9	f	BOT	\N	\N	wa	2	{"body": "Esto es todo sobre horario. R00R", "type": "text"}	\N	READ	\N	{"row": "Q-00", "score": 1.0, "reasons": ["exact phrase", "matched: que, hay, de, horario"], "version": 1, "decision": "reply", "citations": [], "threshold": 0.45, "candidates": [{"row": "Q-02", "score": 0.21158515447003964, "question": "¿qué hay de envio?"}, {"row": "Q-03", "score": 0.21028000103844127, "question": "¿qué hay de garantia?"}, {"row": "Q-01", "score": 0.2042353822452969, "question": "¿qué hay de precio?"}]}	wamid.STANDIN43ccb6f000000002	\N	2026-11-26 13:09:08.531287+00
13	1	3	3	2	9	f	BOT	\N	\N	wa	3	{"body": "Esto es todo sobre garantia. R03R", "type": "text"}	\N	READ	\N	{"row": "Q-03", "score": 1.0, "reasons": ["exact phrase", "matched: que, hay, de, garantia"], "version": 1, "decision": "reply", "citations": [], "threshold": 0.45, "candidates": [{"row": "Q-02", "score": 0.2079579725878557, "question": "¿qué hay de envio?"}, {"row": "Q-00", "score": 0.20094057800276127, "question": "¿qué hay de horario?"}, {"row": "Q-01", "score": 0.20072129920754683, "question": "¿qué hay de precio?"}]}	wamid.STANDIN43ccb6f000000003	\N	2026-11-26 13:09:09.468871+00
17	1	3	3	4	13	f	BOT	\N	\N	wa	3	{"body": "Esto es todo sobre horario. R00R", "type": "text"}	\N	READ	\N	{"row": "Q-00", "score": 1.0, "reasons": ["exact phrase", "matched: que, hay, de, horario"], "version": 1, "decision": "reply", "citations": [], "threshold": 0.45, "candidates": [{"row": "Q-02", "score": 0.21158515447003964, "question": "¿qué hay de envio?"}, {"row": "Q-03", "score": 0.21028000103844127, "question": "¿qué hay de garantia?"}, {"row": "Q-01", "score": 0.2042353822452969, "question": "¿qué hay de precio?"}]}	wamid.STANDIN43ccb6f000000006	\N	2026-11-26 13:09:10.498294+00
18	1	3	3	5	15	f	BOT	\N	\N	wa	3	{"file": null, "kind": "IMAGE", "link": "https://example.org/R00R.png", "mime": "image/png", "name": "R00R.png", "type": "media", "caption": "", "failure": null}	\N	READ	\N	{"row": "Q-00", "score": 1.0, "reasons": ["exact phrase", "matched: que, hay, de, horario"], "version": 1, "decision": "reply", "citations": [], "threshold": 0.45, "candidates": [{"row": "Q-02", "score": 0.21158515447003964, "question": "¿qué hay de envio?"}, {"row": "Q-03", "score": 0.21028000103844127, "question": "¿qué hay de garantia?"}, {"row": "Q-01", "score": 0.2042353822452969, "question": "¿qué hay de precio?"}]}	wamid.STANDIN43ccb6f000000009	\N	2026-11-26 13:09:10.498295+00
15	1	2	2	7	15	f	BOT	\N	\N	wa	2	{"body": "Esto es todo sobre envio. R02R", "type": "text"}	\N	READ	\N	{"row": "Q-02", "score": 1.0, "reasons": ["exact phrase", "matched: que, hay, de, envio"], "version": 1, "decision": "reply", "citations": [], "threshold": 0.45, "candidates": [{"row": "Q-01", "score": 0.20763226716845443, "question": "¿qué hay de precio?"}, {"row": "Q-00", "score": 0.20732703519986936, "question": "¿qué hay de horario?"}, {"row": "Q-03", "score": 0.20381469007404454, "question": "¿qué hay de garantia?"}]}	wamid.STANDIN43ccb6f000000011	\N	2026-11-26 13:09:09.811906+00
21	1	2	2	10	17	f	BOT	\N	\N	wa	2	{"body": "Esto es todo sobre precio. R01R", "type": "text"}	\N	READ	\N	{"row": "Q-01", "score": 1.0, "reasons": ["exact phrase", "matched: que, hay, de, precio"], "version": 1, "decision": "reply", "citations": [], "threshold": 0.45, "candidates": [{"row": "Q-02", "score": 0.22048236539998298, "question": "¿qué hay de envio?"}, {"row": "Q-00", "score": 0.2119973089496163, "question": "¿qué hay de horario?"}, {"row": "Q-03", "score": 0.2069491967701585, "question": "¿qué hay de garantia?"}]}	wamid.STANDIN43ccb6f000000014	\N	2026-11-26 13:09:10.880096+00
19	1	3	3	6	6	t	CUSTOMER	\N	\N	wa	3	{"body": "¿qué hay de envio?", "type": "text"}	\N	RECEIVED	\N	\N	wamid.IN-2-2	2026-11-26 13:09:09+00	2026-11-26 13:09:10.607181+00
20	1	1	1	8	8	t	CUSTOMER	\N	\N	wa	1	{"body": "¿qué hay de garantia?", "type": "text"}	\N	RECEIVED	\N	\N	wamid.IN-1-3	2026-11-26 13:09:09+00	2026-11-26 13:09:10.782663+00
22	1	1	1	11	11	t	CUSTOMER	\N	\N	wa	1	{"body": "¿qué hay de envio?", "type": "text"}	\N	RECEIVED	\N	\N	wamid.IN-1-2	2026-11-26 13:09:10+00	2026-11-26 13:09:10.964634+00
23	1	3	3	8	8	t	CUSTOMER	\N	\N	wa	3	{"body": "¿qué hay de precio?", "type": "text"}	\N	RECEIVED	\N	\N	wamid.IN-2-1	2026-11-26 13:09:10+00	2026-11-26 13:09:10.964635+00
25	1	1	1	12	17	f	BOT	\N	\N	wa	1	{"body": "Esto es todo sobre garantia. R03R", "type": "text"}	\N	READ	\N	{"row": "Q-03", "score": 1.0, "reasons": ["exact phrase", "matched: que, hay, de, garantia"], "version": 1, "decision": "reply", "citations": [], "threshold": 0.45, "candidates": [{"row": "Q-02", "score": 0.2079579725878557, "question": "¿qué hay de envio?"}, {"row": "Q-00", "score": 0.20094057800276127, "question": "¿qué hay de horario?"}, {"row": "Q-01", "score": 0.20072129920754683, "question": "¿qué hay de precio?"}]}	wamid.STANDIN43ccb6f000000010	\N	2026-11-26 13:09:11.466179+00
24	1	3	3	10	17	f	BOT	\N	\N	wa	3	{"body": "Esto es todo sobre envio. R02R", "type": "text"}	\N	READ	\N	{"row": "Q-02", "score": 1.0, "reasons": ["exact phrase", "matched: que, hay, de, envio"], "version": 1, "decision": "reply", "citations": [], "threshold": 0.45, "candidates": [{"row": "Q-01", "score": 0.20763226716845443, "question": "¿qué hay de precio?"}, {"row": "Q-00", "score": 0.20732703519986936, "question": "¿qué hay de horario?"}, {"row": "Q-03", "score": 0.20381469007404454, "question": "¿qué hay de garantia?"}]}	wamid.STANDIN43ccb6f000000012	\N	2026-11-26 13:09:11.466179+00
26	1	1	1	14	19	f	BOT	\N	\N	wa	1	{"body": "Esto es todo sobre envio. R02R", "type": "text"}	\N	READ	\N	{"row": "Q-02", "score": 1.0, "reasons": ["exact phrase", "matched: que, hay, de, envio"], "version": 1, "decision": "reply", "citations": [], "threshold": 0.45, "candidates": [{"row": "Q-01", "score": 0.20763226716845443, "question": "¿qué hay de precio?"}, {"row": "Q-00", "score": 0.20732703519986936, "question": "¿qué hay de horario?"}, {"row": "Q-03", "score": 0.20381469007404454, "question": "¿qué hay de garantia?"}]}	wamid.STANDIN43ccb6f000000013	\N	2026-11-26 13:09:11.783323+00
27	1	3	3	12	19	f	BOT	\N	\N	wa	3	{"body": "Esto es todo sobre precio. R01R", "type": "text"}	\N	READ	\N	{"row": "Q-01", "score": 1.0, "reasons": ["exact phrase", "matched: que, hay, de, precio"], "version": 1, "decision": "reply", "citations": [], "threshold": 0.45, "candidates": [{"row": "Q-02", "score": 0.22048236539998298, "question": "¿qué hay de envio?"}, {"row": "Q-00", "score": 0.2119973089496163, "question": "¿qué hay de horario?"}, {"row": "Q-03", "score": 0.2069491967701585, "question": "¿qué hay de garantia?"}]}	wamid.STANDIN43ccb6f000000015	\N	2026-11-26 13:09:12.043493+00
\.
COPY crm.thread (contact_id, workspace_id, floor, epoch, floor_since, resume_at, assignee_id, conversation_id, sequence, unread, waiting_since, misses, context_from, last_message_at, preview, preview_author, channel_id, address_id) FROM stdin;
1	1	BOT	0	2026-11-26 13:09:07.87912+00	\N	\N	1	19	4	\N	0	0	2026-11-26 13:09:11.783323+00	Esto es todo sobre envio. R02R	BOT	wa	1
2	1	BOT	0	2026-11-26 13:09:07.87912+00	\N	\N	2	17	4	\N	0	0	2026-11-26 13:09:10.880096+00	Esto es todo sobre precio. R01R	BOT	wa	2
3	1	BOT	0	2026-11-26 13:09:09.012173+00	\N	\N	3	19	4	\N	0	0	2026-11-26 13:09:12.043493+00	Esto es todo sobre precio. R01R	BOT	wa	3
\.
COPY crm.workspace (id, name, zone, language, settings, created_at) FROM stdin;
1	Relevo	America/Guayaquil	es	{}	2026-11-26 13:08:51.204986+00
\.
COPY knowledge.asked (workspace_id, message_id, contact_id, conversation_id, answer_id, decision, row_id, language, score, version, handed_off, replied, vote, day, at) FROM stdin;
1	2	2	2	4	ANSWER	Q-00	es	1	1	f	f	\N	2026-11-26	2026-11-26 13:09:07.954064+00
1	1	1	1	7	ANSWER	Q-01	es	1	1	f	f	\N	2026-11-26	2026-11-26 13:09:07.954063+00
1	6	2	2	9	ANSWER	Q-03	es	1	1	f	f	\N	2026-11-26	2026-11-26 13:09:08.961452+00
1	3	1	1	10	ANSWER	Q-00	es	1	1	f	f	\N	2026-11-26	2026-11-26 13:09:08.27824+00
1	8	3	3	13	ANSWER	Q-03	es	1	1	f	f	\N	2026-11-26	2026-11-26 13:09:09.078056+00
1	12	2	2	15	ANSWER	Q-02	es	1	1	f	f	\N	2026-11-26	2026-11-26 13:09:09.449833+00
1	14	3	3	17	ANSWER	Q-00	es	1	1	f	f	\N	2026-11-26	2026-11-26 13:09:09.627753+00
1	16	2	2	21	ANSWER	Q-01	es	1	1	f	f	\N	2026-11-26	2026-11-26 13:09:09.84441+00
1	19	3	3	24	ANSWER	Q-02	es	1	1	f	f	\N	2026-11-26	2026-11-26 13:09:10.607181+00
1	20	1	1	25	ANSWER	Q-03	es	1	1	f	f	\N	2026-11-26	2026-11-26 13:09:10.782663+00
1	22	1	1	26	ANSWER	Q-02	es	1	1	f	f	\N	2026-11-26	2026-11-26 13:09:10.964634+00
1	23	3	3	27	ANSWER	Q-01	es	1	1	f	f	\N	2026-11-26	2026-11-26 13:09:10.964635+00
\.
COPY knowledge.asked_day (workspace_id, day, answered, offered, fallback, handoff) FROM stdin;
1	2026-11-26	12	0	0	0
\.
COPY knowledge.gap_check (workspace_id, version) FROM stdin;
1	1
\.
COPY knowledge.model (workspace_id, number, learnt_at) FROM stdin;
1	1	2026-11-26 13:09:04.834779+00
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
1	Q-00	2026-11-26	3	3	0	0	0	0
1	Q-02	2026-11-26	3	3	0	0	0	0
1	Q-03	2026-11-26	3	3	0	0	0	0
1	Q-01	2026-11-26	3	3	0	0	0	0
\.
COPY knowledge.version (id, workspace_id, number, published_at, published_by, note, row_count) FROM stdin;
1	1	1	2026-11-26 13:09:04.556656+00	relevo	matrix.csv	4
\.
