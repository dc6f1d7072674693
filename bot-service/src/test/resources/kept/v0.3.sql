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
-- migration 026 54472168
COPY bot.entry_link (id, workspace_id, kind, token, role, member_id, made_by, created_at, expires_at, used_at) FROM stdin;
1	1	OWNER	\\xe42a3c85c18159712935c611a0da27af6ad59edb784d3b35f69b1ff460080076	OWNER	\N	\N	2026-11-26 14:35:55.050703+00	2026-11-27 14:35:55.050703+00	\N
\.
COPY bot.inbound (id, workspace_id, channel_id, external_id, contact_id, shard, message_id, epoch, state, attempts, due_at, outcome, conversation_id, fingerprint, raw, received_at, done_at) FROM stdin;
2	1	wa	wamid.IN-0-0	2	2	2	0	DONE	0	\N	REPLY	2	REPLY row Q-00	{"id": "wamid.IN-0-0", "from": "593900000000", "text": {"body": "¿qué hay de horario?"}, "type": "text", "timestamp": "1795703755"}	2026-11-26 14:35:55.875888+00	2026-11-26 14:35:56.156676+00
1	1	wa	wamid.IN-1-1	1	1	1	0	DONE	0	\N	REPLY	1	REPLY row Q-01	{"id": "wamid.IN-1-1", "from": "593900000001", "text": {"body": "¿qué hay de precio?"}, "type": "text", "timestamp": "1795703755"}	2026-11-26 14:35:55.875888+00	2026-11-26 14:35:56.358583+00
5	1	wa	wamid.IN-2-3	3	3	5	0	DONE	0	\N	REPLY	3	REPLY row Q-03	{"id": "wamid.IN-2-3", "from": "593900000002", "text": {"body": "¿qué hay de garantia?"}, "type": "text", "timestamp": "1795703756"}	2026-11-26 14:35:56.169497+00	2026-11-26 14:35:56.358583+00
3	1	wa	wamid.IN-0-3	2	2	3	0	DONE	0	\N	REPLY	2	REPLY row Q-03	{"id": "wamid.IN-0-3", "from": "593900000000", "text": {"body": "¿qué hay de garantia?"}, "type": "text", "timestamp": "1795703756"}	2026-11-26 14:35:56.050024+00	2026-11-26 14:35:56.460587+00
4	1	wa	wamid.IN-1-0	1	1	4	0	DONE	0	\N	REPLY	1	REPLY row Q-00	{"id": "wamid.IN-1-0", "from": "593900000001", "text": {"body": "¿qué hay de horario?"}, "type": "text", "timestamp": "1795703756"}	2026-11-26 14:35:56.100764+00	2026-11-26 14:35:56.578583+00
6	1	wa	wamid.IN-0-2	2	2	8	0	DONE	0	\N	REPLY	2	REPLY row Q-02	{"id": "wamid.IN-0-2", "from": "593900000000", "text": {"body": "¿qué hay de envio?"}, "type": "text", "timestamp": "1795703756"}	2026-11-26 14:35:56.2193+00	2026-11-26 14:35:56.741161+00
7	1	wa	wamid.IN-2-0	3	3	11	0	DONE	0	\N	REPLY	3	REPLY row Q-00	{"id": "wamid.IN-2-0", "from": "593900000002", "text": {"body": "¿qué hay de horario?"}, "type": "text", "timestamp": "1795703756"}	2026-11-26 14:35:56.393702+00	2026-11-26 14:35:56.741161+00
10	1	wa	wamid.IN-1-3	1	1	17	0	DONE	0	\N	REPLY	1	REPLY row Q-03	{"id": "wamid.IN-1-3", "from": "593900000001", "text": {"body": "¿qué hay de garantia?"}, "type": "text", "timestamp": "1795703756"}	2026-11-26 14:35:56.783634+00	2026-11-26 14:35:56.850716+00
8	1	wa	wamid.IN-0-1	2	2	15	0	DONE	0	\N	REPLY	2	REPLY row Q-01	{"id": "wamid.IN-0-1", "from": "593900000000", "text": {"body": "¿qué hay de precio?"}, "type": "text", "timestamp": "1795703756"}	2026-11-26 14:35:56.479219+00	2026-11-26 14:35:56.970757+00
9	1	wa	wamid.IN-2-2	3	3	16	0	DONE	0	\N	REPLY	3	REPLY row Q-02	{"id": "wamid.IN-2-2", "from": "593900000002", "text": {"body": "¿qué hay de envio?"}, "type": "text", "timestamp": "1795703756"}	2026-11-26 14:35:56.721752+00	2026-11-26 14:35:56.970757+00
11	1	wa	wamid.IN-1-2	1	1	21	0	DONE	0	\N	REPLY	1	REPLY row Q-02	{"id": "wamid.IN-1-2", "from": "593900000001", "text": {"body": "¿qué hay de envio?"}, "type": "text", "timestamp": "1795703756"}	2026-11-26 14:35:56.825989+00	2026-11-26 14:35:57.090259+00
12	1	wa	wamid.IN-2-1	3	3	22	0	DONE	0	\N	REPLY	3	REPLY row Q-01	{"id": "wamid.IN-2-1", "from": "593900000002", "text": {"body": "¿qué hay de precio?"}, "type": "text", "timestamp": "1795703756"}	2026-11-26 14:35:56.825989+00	2026-11-26 14:35:57.296193+00
\.
COPY bot.parcel (id, workspace_id, contact_id, shard, message_id, channel_id, address_id, rank, epoch, inbound_id, state, attempts, due_at, sending_at, token, external_id, reason, resent, created_at, settled_at) FROM stdin;
1	1	2	2	6	wa	2	1	0	2	SENT	1	1970-01-01 00:00:00+00	2026-11-26 14:35:56.289677+00	1	wamid.STANDIN2052bdda00000001	\N	f	2026-11-26 14:35:56.206495+00	2026-11-26 14:35:56.719287+00
4	1	3	3	10	wa	3	1	0	5	SENT	1	1970-01-01 00:00:00+00	2026-11-26 14:35:56.423244+00	1	wamid.STANDIN2052bdda00000002	\N	f	2026-11-26 14:35:56.407426+00	2026-11-26 14:35:56.841542+00
3	1	1	1	9	wa	1	1	0	1	SENT	1	1970-01-01 00:00:00+00	2026-11-26 14:35:56.423244+00	1	wamid.STANDIN2052bdda00000003	\N	f	2026-11-26 14:35:56.407426+00	2026-11-26 14:35:56.841542+00
2	1	2	2	7	wa	2	1	0	2	SENT	1	1970-01-01 00:00:00+00	2026-11-26 14:35:56.825573+00	1	wamid.STANDIN2052bdda00000004	\N	f	2026-11-26 14:35:56.206495+00	2026-11-26 14:35:56.971899+00
8	1	3	3	18	wa	3	1	0	7	SENT	1	1970-01-01 00:00:00+00	2026-11-26 14:35:56.923899+00	1	wamid.STANDIN2052bdda00000006	\N	f	2026-11-26 14:35:56.810526+00	2026-11-26 14:35:57.180797+00
6	1	1	1	13	wa	1	1	0	4	SENT	1	1970-01-01 00:00:00+00	2026-11-26 14:35:56.94756+00	1	wamid.STANDIN2052bdda00000005	\N	f	2026-11-26 14:35:56.619977+00	2026-11-26 14:35:57.306911+00
5	1	2	2	12	wa	2	1	0	3	SENT	1	1970-01-01 00:00:00+00	2026-11-26 14:35:57.047651+00	1	wamid.STANDIN2052bdda00000007	\N	f	2026-11-26 14:35:56.475421+00	2026-11-26 14:35:57.306911+00
9	1	3	3	19	wa	3	1	0	7	SENT	1	1970-01-01 00:00:00+00	2026-11-26 14:35:57.234913+00	1	wamid.STANDIN2052bdda00000008	\N	f	2026-11-26 14:35:56.810526+00	2026-11-26 14:35:57.339219+00
7	1	1	1	14	wa	1	1	0	4	SENT	1	1970-01-01 00:00:00+00	2026-11-26 14:35:57.354657+00	1	wamid.STANDIN2052bdda00000009	\N	f	2026-11-26 14:35:56.619977+00	2026-11-26 14:35:57.445881+00
10	1	2	2	20	wa	2	1	0	6	SENT	1	1970-01-01 00:00:00+00	2026-11-26 14:35:57.354657+00	1	wamid.STANDIN2052bdda00000010	\N	f	2026-11-26 14:35:56.810526+00	2026-11-26 14:35:57.445881+00
13	1	3	3	25	wa	3	1	0	9	SENT	1	1970-01-01 00:00:00+00	2026-11-26 14:35:57.449095+00	1	wamid.STANDIN2052bdda00000011	\N	f	2026-11-26 14:35:57.019335+00	2026-11-26 14:35:57.534065+00
15	1	3	3	27	wa	3	1	0	12	SENT	1	1970-01-01 00:00:00+00	2026-11-26 14:35:57.548526+00	1	wamid.STANDIN2052bdda00000012	\N	f	2026-11-26 14:35:57.303656+00	2026-11-26 14:35:57.61773+00
11	1	1	1	23	wa	1	1	0	10	SENT	1	1970-01-01 00:00:00+00	2026-11-26 14:35:57.548526+00	1	wamid.STANDIN2052bdda00000013	\N	f	2026-11-26 14:35:56.938961+00	2026-11-26 14:35:57.61773+00
12	1	2	2	24	wa	2	1	0	8	SENT	1	1970-01-01 00:00:00+00	2026-11-26 14:35:57.548526+00	1	wamid.STANDIN2052bdda00000014	\N	f	2026-11-26 14:35:57.019335+00	2026-11-26 14:35:57.651416+00
14	1	1	1	26	wa	1	1	0	11	SENT	1	1970-01-01 00:00:00+00	2026-11-26 14:35:57.658871+00	1	wamid.STANDIN2052bdda00000015	\N	f	2026-11-26 14:35:57.265365+00	2026-11-26 14:35:57.713198+00
\.
COPY bot.receipt (id, workspace_id, channel_id, external_id, kind, callback, code, reason, provider_at, state, attempts, due_at, raw, received_at) FROM stdin;
1	1	wa	wamid.STANDIN2052bdda00000001	SENT	relevo-1	\N	\N	2026-11-26 14:35:56+00	DONE	0	-infinity	{"id": "wamid.STANDIN2052bdda00000001", "status": "sent", "timestamp": "1795703756", "recipient_id": "593900000000", "biz_opaque_callback_data": "relevo-1"}	2026-11-26 14:35:56.721752+00
2	1	wa	wamid.STANDIN2052bdda00000001	DELIVERED	relevo-1	\N	\N	2026-11-26 14:35:56+00	DONE	0	-infinity	{"id": "wamid.STANDIN2052bdda00000001", "status": "delivered", "timestamp": "1795703756", "recipient_id": "593900000000", "biz_opaque_callback_data": "relevo-1"}	2026-11-26 14:35:56.721752+00
3	1	wa	wamid.STANDIN2052bdda00000001	READ	relevo-1	\N	\N	2026-11-26 14:35:56+00	DONE	0	-infinity	{"id": "wamid.STANDIN2052bdda00000001", "status": "read", "timestamp": "1795703756", "recipient_id": "593900000000", "biz_opaque_callback_data": "relevo-1"}	2026-11-26 14:35:56.721752+00
4	1	wa	wamid.STANDIN2052bdda00000002	SENT	relevo-4	\N	\N	2026-11-26 14:35:56+00	DONE	0	-infinity	{"id": "wamid.STANDIN2052bdda00000002", "status": "sent", "timestamp": "1795703756", "recipient_id": "593900000002", "biz_opaque_callback_data": "relevo-4"}	2026-11-26 14:35:56.721752+00
7	1	wa	wamid.STANDIN2052bdda00000003	SENT	relevo-3	\N	\N	2026-11-26 14:35:56+00	DONE	0	-infinity	{"id": "wamid.STANDIN2052bdda00000003", "status": "sent", "timestamp": "1795703756", "recipient_id": "593900000001", "biz_opaque_callback_data": "relevo-3"}	2026-11-26 14:35:56.721752+00
10	1	wa	wamid.STANDIN2052bdda00000004	SENT	relevo-2	\N	\N	2026-11-26 14:35:56+00	DONE	0	-infinity	{"id": "wamid.STANDIN2052bdda00000004", "status": "sent", "timestamp": "1795703756", "recipient_id": "593900000000", "biz_opaque_callback_data": "relevo-2"}	2026-11-26 14:35:56.92198+00
5	1	wa	wamid.STANDIN2052bdda00000002	DELIVERED	relevo-4	\N	\N	2026-11-26 14:35:56+00	DONE	0	-infinity	{"id": "wamid.STANDIN2052bdda00000002", "status": "delivered", "timestamp": "1795703756", "recipient_id": "593900000002", "biz_opaque_callback_data": "relevo-4"}	2026-11-26 14:35:56.721752+00
6	1	wa	wamid.STANDIN2052bdda00000002	READ	relevo-4	\N	\N	2026-11-26 14:35:56+00	DONE	0	-infinity	{"id": "wamid.STANDIN2052bdda00000002", "status": "read", "timestamp": "1795703756", "recipient_id": "593900000002", "biz_opaque_callback_data": "relevo-4"}	2026-11-26 14:35:56.721752+00
8	1	wa	wamid.STANDIN2052bdda00000003	DELIVERED	relevo-3	\N	\N	2026-11-26 14:35:56+00	DONE	0	-infinity	{"id": "wamid.STANDIN2052bdda00000003", "status": "delivered", "timestamp": "1795703756", "recipient_id": "593900000001", "biz_opaque_callback_data": "relevo-3"}	2026-11-26 14:35:56.721752+00
9	1	wa	wamid.STANDIN2052bdda00000003	READ	relevo-3	\N	\N	2026-11-26 14:35:56+00	DONE	0	-infinity	{"id": "wamid.STANDIN2052bdda00000003", "status": "read", "timestamp": "1795703756", "recipient_id": "593900000001", "biz_opaque_callback_data": "relevo-3"}	2026-11-26 14:35:56.721752+00
11	1	wa	wamid.STANDIN2052bdda00000004	DELIVERED	relevo-2	\N	\N	2026-11-26 14:35:56+00	DONE	0	-infinity	{"id": "wamid.STANDIN2052bdda00000004", "status": "delivered", "timestamp": "1795703756", "recipient_id": "593900000000", "biz_opaque_callback_data": "relevo-2"}	2026-11-26 14:35:56.92198+00
12	1	wa	wamid.STANDIN2052bdda00000004	READ	relevo-2	\N	\N	2026-11-26 14:35:56+00	DONE	0	-infinity	{"id": "wamid.STANDIN2052bdda00000004", "status": "read", "timestamp": "1795703756", "recipient_id": "593900000000", "biz_opaque_callback_data": "relevo-2"}	2026-11-26 14:35:56.92198+00
13	1	wa	wamid.STANDIN2052bdda00000006	SENT	relevo-8	\N	\N	2026-11-26 14:35:57+00	DONE	0	-infinity	{"id": "wamid.STANDIN2052bdda00000006", "status": "sent", "timestamp": "1795703757", "recipient_id": "593900000002", "biz_opaque_callback_data": "relevo-8"}	2026-11-26 14:35:57.104358+00
14	1	wa	wamid.STANDIN2052bdda00000006	READ	relevo-8	\N	\N	2026-11-26 14:35:57+00	DONE	0	-infinity	{"id": "wamid.STANDIN2052bdda00000006", "status": "read", "timestamp": "1795703757", "recipient_id": "593900000002", "biz_opaque_callback_data": "relevo-8"}	2026-11-26 14:35:57.191633+00
15	1	wa	wamid.STANDIN2052bdda00000005	SENT	relevo-6	\N	\N	2026-11-26 14:35:57+00	DONE	0	-infinity	{"id": "wamid.STANDIN2052bdda00000005", "status": "sent", "timestamp": "1795703757", "recipient_id": "593900000001", "biz_opaque_callback_data": "relevo-6"}	2026-11-26 14:35:57.235513+00
16	1	wa	wamid.STANDIN2052bdda00000005	DELIVERED	relevo-6	\N	\N	2026-11-26 14:35:57+00	DONE	0	-infinity	{"id": "wamid.STANDIN2052bdda00000005", "status": "delivered", "timestamp": "1795703757", "recipient_id": "593900000001", "biz_opaque_callback_data": "relevo-6"}	2026-11-26 14:35:57.235513+00
17	1	wa	wamid.STANDIN2052bdda00000005	READ	relevo-6	\N	\N	2026-11-26 14:35:57+00	DONE	0	-infinity	{"id": "wamid.STANDIN2052bdda00000005", "status": "read", "timestamp": "1795703757", "recipient_id": "593900000001", "biz_opaque_callback_data": "relevo-6"}	2026-11-26 14:35:57.235513+00
18	1	wa	wamid.STANDIN2052bdda00000006	DELIVERED	relevo-8	\N	\N	2026-11-26 14:35:57+00	DONE	0	-infinity	{"id": "wamid.STANDIN2052bdda00000006", "status": "delivered", "timestamp": "1795703757", "recipient_id": "593900000002", "biz_opaque_callback_data": "relevo-8"}	2026-11-26 14:35:57.235513+00
19	1	wa	wamid.STANDIN2052bdda00000007	SENT	relevo-5	\N	\N	2026-11-26 14:35:57+00	DONE	0	-infinity	{"id": "wamid.STANDIN2052bdda00000007", "status": "sent", "timestamp": "1795703757", "recipient_id": "593900000000", "biz_opaque_callback_data": "relevo-5"}	2026-11-26 14:35:57.235513+00
20	1	wa	wamid.STANDIN2052bdda00000007	DELIVERED	relevo-5	\N	\N	2026-11-26 14:35:57+00	DONE	0	-infinity	{"id": "wamid.STANDIN2052bdda00000007", "status": "delivered", "timestamp": "1795703757", "recipient_id": "593900000000", "biz_opaque_callback_data": "relevo-5"}	2026-11-26 14:35:57.235513+00
21	1	wa	wamid.STANDIN2052bdda00000007	READ	relevo-5	\N	\N	2026-11-26 14:35:57+00	DONE	0	-infinity	{"id": "wamid.STANDIN2052bdda00000007", "status": "read", "timestamp": "1795703757", "recipient_id": "593900000000", "biz_opaque_callback_data": "relevo-5"}	2026-11-26 14:35:57.235513+00
22	1	wa	wamid.STANDIN2052bdda00000008	READ	relevo-9	\N	\N	2026-11-26 14:35:57+00	DONE	0	-infinity	{"id": "wamid.STANDIN2052bdda00000008", "status": "read", "timestamp": "1795703757", "recipient_id": "593900000002", "biz_opaque_callback_data": "relevo-9"}	2026-11-26 14:35:57.351997+00
23	1	wa	wamid.STANDIN2052bdda00000008	SENT	relevo-9	\N	\N	2026-11-26 14:35:57+00	DONE	0	-infinity	{"id": "wamid.STANDIN2052bdda00000008", "status": "sent", "timestamp": "1795703757", "recipient_id": "593900000002", "biz_opaque_callback_data": "relevo-9"}	2026-11-26 14:35:57.374631+00
25	1	wa	wamid.STANDIN2052bdda00000009	SENT	relevo-7	\N	\N	2026-11-26 14:35:57+00	DONE	0	-infinity	{"id": "wamid.STANDIN2052bdda00000009", "status": "sent", "timestamp": "1795703757", "recipient_id": "593900000001", "biz_opaque_callback_data": "relevo-7"}	2026-11-26 14:35:57.398132+00
26	1	wa	wamid.STANDIN2052bdda00000009	DELIVERED	relevo-7	\N	\N	2026-11-26 14:35:57+00	DONE	0	-infinity	{"id": "wamid.STANDIN2052bdda00000009", "status": "delivered", "timestamp": "1795703757", "recipient_id": "593900000001", "biz_opaque_callback_data": "relevo-7"}	2026-11-26 14:35:57.426919+00
27	1	wa	wamid.STANDIN2052bdda00000009	READ	relevo-7	\N	\N	2026-11-26 14:35:57+00	DONE	0	-infinity	{"id": "wamid.STANDIN2052bdda00000009", "status": "read", "timestamp": "1795703757", "recipient_id": "593900000001", "biz_opaque_callback_data": "relevo-7"}	2026-11-26 14:35:57.426919+00
28	1	wa	wamid.STANDIN2052bdda00000010	SENT	relevo-10	\N	\N	2026-11-26 14:35:57+00	DONE	0	-infinity	{"id": "wamid.STANDIN2052bdda00000010", "status": "sent", "timestamp": "1795703757", "recipient_id": "593900000000", "biz_opaque_callback_data": "relevo-10"}	2026-11-26 14:35:57.447881+00
29	1	wa	wamid.STANDIN2052bdda00000010	DELIVERED	relevo-10	\N	\N	2026-11-26 14:35:57+00	DONE	0	-infinity	{"id": "wamid.STANDIN2052bdda00000010", "status": "delivered", "timestamp": "1795703757", "recipient_id": "593900000000", "biz_opaque_callback_data": "relevo-10"}	2026-11-26 14:35:57.447881+00
30	1	wa	wamid.STANDIN2052bdda00000010	READ	relevo-10	\N	\N	2026-11-26 14:35:57+00	DONE	0	-infinity	{"id": "wamid.STANDIN2052bdda00000010", "status": "read", "timestamp": "1795703757", "recipient_id": "593900000000", "biz_opaque_callback_data": "relevo-10"}	2026-11-26 14:35:57.447881+00
32	1	wa	wamid.STANDIN2052bdda00000011	SENT	relevo-13	\N	\N	2026-11-26 14:35:57+00	DONE	0	-infinity	{"id": "wamid.STANDIN2052bdda00000011", "status": "sent", "timestamp": "1795703757", "recipient_id": "593900000002", "biz_opaque_callback_data": "relevo-13"}	2026-11-26 14:35:57.522036+00
24	1	wa	wamid.STANDIN2052bdda00000008	DELIVERED	relevo-9	\N	\N	2026-11-26 14:35:57+00	DONE	0	-infinity	{"id": "wamid.STANDIN2052bdda00000008", "status": "delivered", "timestamp": "1795703757", "recipient_id": "593900000002", "biz_opaque_callback_data": "relevo-9"}	2026-11-26 14:35:57.374631+00
31	1	wa	wamid.STANDIN2052bdda00000011	READ	relevo-13	\N	\N	2026-11-26 14:35:57+00	DONE	0	-infinity	{"id": "wamid.STANDIN2052bdda00000011", "status": "read", "timestamp": "1795703757", "recipient_id": "593900000002", "biz_opaque_callback_data": "relevo-13"}	2026-11-26 14:35:57.499548+00
33	1	wa	wamid.STANDIN2052bdda00000011	DELIVERED	relevo-13	\N	\N	2026-11-26 14:35:57+00	DONE	0	-infinity	{"id": "wamid.STANDIN2052bdda00000011", "status": "delivered", "timestamp": "1795703757", "recipient_id": "593900000002", "biz_opaque_callback_data": "relevo-13"}	2026-11-26 14:35:57.522036+00
34	1	wa	wamid.STANDIN2052bdda00000012	SENT	relevo-15	\N	\N	2026-11-26 14:35:57+00	DONE	0	-infinity	{"id": "wamid.STANDIN2052bdda00000012", "status": "sent", "timestamp": "1795703757", "recipient_id": "593900000002", "biz_opaque_callback_data": "relevo-15"}	2026-11-26 14:35:57.5876+00
35	1	wa	wamid.STANDIN2052bdda00000012	DELIVERED	relevo-15	\N	\N	2026-11-26 14:35:57+00	DONE	0	-infinity	{"id": "wamid.STANDIN2052bdda00000012", "status": "delivered", "timestamp": "1795703757", "recipient_id": "593900000002", "biz_opaque_callback_data": "relevo-15"}	2026-11-26 14:35:57.627921+00
36	1	wa	wamid.STANDIN2052bdda00000012	READ	relevo-15	\N	\N	2026-11-26 14:35:57+00	DONE	0	-infinity	{"id": "wamid.STANDIN2052bdda00000012", "status": "read", "timestamp": "1795703757", "recipient_id": "593900000002", "biz_opaque_callback_data": "relevo-15"}	2026-11-26 14:35:57.627921+00
37	1	wa	wamid.STANDIN2052bdda00000013	SENT	relevo-11	\N	\N	2026-11-26 14:35:57+00	DONE	0	-infinity	{"id": "wamid.STANDIN2052bdda00000013", "status": "sent", "timestamp": "1795703757", "recipient_id": "593900000001", "biz_opaque_callback_data": "relevo-11"}	2026-11-26 14:35:57.627921+00
38	1	wa	wamid.STANDIN2052bdda00000013	DELIVERED	relevo-11	\N	\N	2026-11-26 14:35:57+00	DONE	0	-infinity	{"id": "wamid.STANDIN2052bdda00000013", "status": "delivered", "timestamp": "1795703757", "recipient_id": "593900000001", "biz_opaque_callback_data": "relevo-11"}	2026-11-26 14:35:57.627921+00
39	1	wa	wamid.STANDIN2052bdda00000013	READ	relevo-11	\N	\N	2026-11-26 14:35:57+00	DONE	0	-infinity	{"id": "wamid.STANDIN2052bdda00000013", "status": "read", "timestamp": "1795703757", "recipient_id": "593900000001", "biz_opaque_callback_data": "relevo-11"}	2026-11-26 14:35:57.627921+00
40	1	wa	wamid.STANDIN2052bdda00000014	SENT	relevo-12	\N	\N	2026-11-26 14:35:57+00	DONE	0	-infinity	{"id": "wamid.STANDIN2052bdda00000014", "status": "sent", "timestamp": "1795703757", "recipient_id": "593900000000", "biz_opaque_callback_data": "relevo-12"}	2026-11-26 14:35:57.627921+00
41	1	wa	wamid.STANDIN2052bdda00000014	DELIVERED	relevo-12	\N	\N	2026-11-26 14:35:57+00	DONE	0	-infinity	{"id": "wamid.STANDIN2052bdda00000014", "status": "delivered", "timestamp": "1795703757", "recipient_id": "593900000000", "biz_opaque_callback_data": "relevo-12"}	2026-11-26 14:35:57.627921+00
42	1	wa	wamid.STANDIN2052bdda00000014	READ	relevo-12	\N	\N	2026-11-26 14:35:57+00	DONE	0	-infinity	{"id": "wamid.STANDIN2052bdda00000014", "status": "read", "timestamp": "1795703757", "recipient_id": "593900000000", "biz_opaque_callback_data": "relevo-12"}	2026-11-26 14:35:57.627921+00
43	1	wa	wamid.STANDIN2052bdda00000015	DELIVERED	relevo-14	\N	\N	2026-11-26 14:35:57+00	DONE	0	-infinity	{"id": "wamid.STANDIN2052bdda00000015", "status": "delivered", "timestamp": "1795703757", "recipient_id": "593900000001", "biz_opaque_callback_data": "relevo-14"}	2026-11-26 14:35:57.696283+00
44	1	wa	wamid.STANDIN2052bdda00000015	SENT	relevo-14	\N	\N	2026-11-26 14:35:57+00	DONE	0	-infinity	{"id": "wamid.STANDIN2052bdda00000015", "status": "sent", "timestamp": "1795703757", "recipient_id": "593900000001", "biz_opaque_callback_data": "relevo-14"}	2026-11-26 14:35:57.716412+00
45	1	wa	wamid.STANDIN2052bdda00000015	READ	relevo-14	\N	\N	2026-11-26 14:35:57+00	DONE	0	-infinity	{"id": "wamid.STANDIN2052bdda00000015", "status": "read", "timestamp": "1795703757", "recipient_id": "593900000001", "biz_opaque_callback_data": "relevo-14"}	2026-11-26 14:35:57.716412+00
\.
COPY crm.address (id, workspace_id, contact_id, channel_id, last_inbound_at, replaced_by, created_at) FROM stdin;
2	1	2	wa	2026-11-26 14:35:56.642152+00	\N	2026-11-26 14:35:55.897331+00
1	1	1	wa	2026-11-26 14:35:56.892227+00	\N	2026-11-26 14:35:55.897331+00
3	1	3	wa	2026-11-26 14:35:56.892227+00	\N	2026-11-26 14:35:56.178608+00
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
1	1	Cliente 1	+593900000001	\N	\N	t	f	{}	2026-11-26 14:35:55.897331+00
2	1	Cliente 0	+593900000000	\N	\N	t	f	{}	2026-11-26 14:35:55.897331+00
3	1	Cliente 2	+593900000002	\N	\N	t	f	{}	2026-11-26 14:35:56.178608+00
\.
COPY crm.conversation (id, workspace_id, contact_id, channel_id, opened_at, opened_by, opened_by_member, closed_at, closed_by, closed_by_member, category, summary, first_response_at, first_response_by, incoming, outgoing, bot_turns, assignments) FROM stdin;
2	1	2	wa	2026-11-26 14:35:55.968207+00	CUSTOMER	\N	\N	\N	\N	\N	\N	\N	\N	4	5	4	0
1	1	1	wa	2026-11-26 14:35:55.968207+00	CUSTOMER	\N	\N	\N	\N	\N	\N	\N	\N	4	5	4	0
3	1	3	wa	2026-11-26 14:35:56.202424+00	CUSTOMER	\N	\N	\N	\N	\N	\N	\N	\N	4	5	4	0
\.
COPY crm.event (id, workspace_id, contact_id, conversation_id, kind, actor, member_id, automatic, data, at) FROM stdin;
1	1	1	\N	contact.created	CUSTOMER	\N	\N	{}	2026-11-26 14:35:55.915207+00
2	1	2	\N	contact.created	CUSTOMER	\N	\N	{}	2026-11-26 14:35:55.915207+00
3	1	1	1	conversation.opened	CUSTOMER	\N	\N	{}	2026-11-26 14:35:56.016736+00
4	1	2	2	conversation.opened	CUSTOMER	\N	\N	{}	2026-11-26 14:35:56.016736+00
5	1	1	1	message.received	CUSTOMER	\N	\N	{"quiet": "false", "message": "1", "sequence": "1"}	2026-11-26 14:35:56.016736+00
6	1	2	2	message.received	CUSTOMER	\N	\N	{"quiet": "false", "message": "2", "sequence": "1"}	2026-11-26 14:35:56.016736+00
7	1	2	2	message.received	CUSTOMER	\N	\N	{"quiet": "false", "message": "3", "sequence": "2"}	2026-11-26 14:35:56.094695+00
8	1	1	1	message.received	CUSTOMER	\N	\N	{"quiet": "false", "message": "4", "sequence": "2"}	2026-11-26 14:35:56.163863+00
9	1	3	\N	contact.created	CUSTOMER	\N	\N	{}	2026-11-26 14:35:56.181299+00
10	1	3	3	conversation.opened	CUSTOMER	\N	\N	{}	2026-11-26 14:35:56.214791+00
11	1	3	3	message.received	CUSTOMER	\N	\N	{"quiet": "false", "message": "5", "sequence": "1"}	2026-11-26 14:35:56.214791+00
12	1	2	2	message.sent	BOT	\N	\N	{"state": "QUEUED", "answers": "2", "message": "6", "sequence": "3"}	2026-11-26 14:35:56.278795+00
13	1	2	2	message.sent	BOT	\N	\N	{"state": "QUEUED", "answers": "2", "message": "7", "sequence": "4"}	2026-11-26 14:35:56.278795+00
14	1	2	2	message.received	CUSTOMER	\N	\N	{"quiet": "false", "message": "8", "sequence": "5"}	2026-11-26 14:35:56.385381+00
15	1	1	1	message.sent	BOT	\N	\N	{"state": "QUEUED", "answers": "1", "message": "9", "sequence": "3"}	2026-11-26 14:35:56.417578+00
16	1	3	3	message.sent	BOT	\N	\N	{"state": "QUEUED", "answers": "5", "message": "10", "sequence": "2"}	2026-11-26 14:35:56.417578+00
17	1	3	3	message.received	CUSTOMER	\N	\N	{"quiet": "false", "message": "11", "sequence": "3"}	2026-11-26 14:35:56.472541+00
18	1	2	2	message.sent	BOT	\N	\N	{"state": "QUEUED", "answers": "3", "message": "12", "sequence": "6"}	2026-11-26 14:35:56.498447+00
19	1	1	1	message.sent	BOT	\N	\N	{"state": "QUEUED", "answers": "4", "message": "13", "sequence": "4"}	2026-11-26 14:35:56.630865+00
20	1	1	1	message.sent	BOT	\N	\N	{"state": "QUEUED", "answers": "4", "message": "14", "sequence": "5"}	2026-11-26 14:35:56.630865+00
21	1	2	2	message.received	CUSTOMER	\N	\N	{"quiet": "false", "message": "15", "sequence": "7"}	2026-11-26 14:35:56.658111+00
22	1	3	3	message.received	CUSTOMER	\N	\N	{"quiet": "false", "message": "16", "sequence": "4"}	2026-11-26 14:35:56.762021+00
23	1	2	2	message.changed	BOT	\N	\N	{"state": "SENT", "message": "6", "sequence": "3"}	2026-11-26 14:35:56.769142+00
24	1	1	1	message.received	CUSTOMER	\N	\N	{"quiet": "false", "message": "17", "sequence": "6"}	2026-11-26 14:35:56.795946+00
25	1	3	3	message.sent	BOT	\N	\N	{"state": "QUEUED", "answers": "11", "message": "18", "sequence": "5"}	2026-11-26 14:35:56.823277+00
26	1	3	3	message.sent	BOT	\N	\N	{"state": "QUEUED", "answers": "11", "message": "19", "sequence": "6"}	2026-11-26 14:35:56.823277+00
27	1	2	2	message.sent	BOT	\N	\N	{"state": "QUEUED", "answers": "8", "message": "20", "sequence": "9"}	2026-11-26 14:35:56.823277+00
28	1	3	3	message.changed	BOT	\N	\N	{"state": "SENT", "message": "10", "sequence": "2"}	2026-11-26 14:35:56.860713+00
29	1	1	1	message.changed	BOT	\N	\N	{"state": "SENT", "message": "9", "sequence": "3"}	2026-11-26 14:35:56.860713+00
30	1	1	1	message.received	CUSTOMER	\N	\N	{"quiet": "false", "message": "21", "sequence": "8"}	2026-11-26 14:35:56.903217+00
31	1	3	3	message.received	CUSTOMER	\N	\N	{"quiet": "false", "message": "22", "sequence": "8"}	2026-11-26 14:35:56.903217+00
32	1	2	2	message.changed	BOT	\N	\N	{"state": "READ", "message": "6", "sequence": "3"}	2026-11-26 14:35:56.907955+00
33	1	1	1	message.sent	BOT	\N	\N	{"state": "QUEUED", "answers": "17", "message": "23", "sequence": "9"}	2026-11-26 14:35:56.946061+00
34	1	2	2	message.changed	BOT	\N	\N	{"state": "SENT", "message": "7", "sequence": "4"}	2026-11-26 14:35:56.980459+00
35	1	2	2	message.sent	BOT	\N	\N	{"state": "QUEUED", "answers": "15", "message": "24", "sequence": "12"}	2026-11-26 14:35:57.03977+00
36	1	3	3	message.sent	BOT	\N	\N	{"state": "QUEUED", "answers": "16", "message": "25", "sequence": "9"}	2026-11-26 14:35:57.03977+00
37	1	3	3	message.changed	BOT	\N	\N	{"state": "READ", "message": "10", "sequence": "2"}	2026-11-26 14:35:57.141663+00
38	1	1	1	message.changed	BOT	\N	\N	{"state": "READ", "message": "9", "sequence": "3"}	2026-11-26 14:35:57.141663+00
39	1	3	3	message.changed	BOT	\N	\N	{"state": "SENT", "message": "18", "sequence": "5"}	2026-11-26 14:35:57.204952+00
40	1	2	2	message.changed	BOT	\N	\N	{"state": "READ", "message": "7", "sequence": "4"}	2026-11-26 14:35:57.221521+00
41	1	1	1	message.sent	BOT	\N	\N	{"state": "QUEUED", "answers": "21", "message": "26", "sequence": "11"}	2026-11-26 14:35:57.279969+00
42	1	3	3	message.sent	BOT	\N	\N	{"state": "QUEUED", "answers": "22", "message": "27", "sequence": "12"}	2026-11-26 14:35:57.32683+00
43	1	1	1	message.changed	BOT	\N	\N	{"state": "SENT", "message": "13", "sequence": "4"}	2026-11-26 14:35:57.335794+00
44	1	2	2	message.changed	BOT	\N	\N	{"state": "SENT", "message": "12", "sequence": "6"}	2026-11-26 14:35:57.335794+00
45	1	3	3	message.changed	BOT	\N	\N	{"state": "SENT", "message": "19", "sequence": "6"}	2026-11-26 14:35:57.365797+00
46	1	3	3	message.changed	BOT	\N	\N	{"state": "READ", "message": "18", "sequence": "5"}	2026-11-26 14:35:57.40391+00
47	1	1	1	message.changed	BOT	\N	\N	{"state": "READ", "message": "13", "sequence": "4"}	2026-11-26 14:35:57.40391+00
48	1	2	2	message.changed	BOT	\N	\N	{"state": "READ", "message": "12", "sequence": "6"}	2026-11-26 14:35:57.40391+00
49	1	3	3	message.changed	BOT	\N	\N	{"state": "READ", "message": "19", "sequence": "6"}	2026-11-26 14:35:57.40391+00
50	1	1	1	message.changed	BOT	\N	\N	{"state": "SENT", "message": "14", "sequence": "5"}	2026-11-26 14:35:57.462299+00
51	1	2	2	message.changed	BOT	\N	\N	{"state": "SENT", "message": "20", "sequence": "9"}	2026-11-26 14:35:57.462299+00
54	1	3	3	message.changed	BOT	\N	\N	{"state": "SENT", "message": "25", "sequence": "9"}	2026-11-26 14:35:57.54035+00
55	1	3	3	message.changed	BOT	\N	\N	{"state": "SENT", "message": "27", "sequence": "12"}	2026-11-26 14:35:57.626547+00
56	1	1	1	message.changed	BOT	\N	\N	{"state": "SENT", "message": "23", "sequence": "9"}	2026-11-26 14:35:57.626547+00
61	1	1	1	message.changed	BOT	\N	\N	{"state": "SENT", "message": "26", "sequence": "11"}	2026-11-26 14:35:57.723459+00
52	1	1	1	message.changed	BOT	\N	\N	{"state": "READ", "message": "14", "sequence": "5"}	2026-11-26 14:35:57.487144+00
53	1	2	2	message.changed	BOT	\N	\N	{"state": "READ", "message": "20", "sequence": "9"}	2026-11-26 14:35:57.487144+00
57	1	3	3	message.changed	BOT	\N	\N	{"state": "READ", "message": "25", "sequence": "9"}	2026-11-26 14:35:57.665456+00
58	1	3	3	message.changed	BOT	\N	\N	{"state": "READ", "message": "27", "sequence": "12"}	2026-11-26 14:35:57.665456+00
59	1	1	1	message.changed	BOT	\N	\N	{"state": "READ", "message": "23", "sequence": "9"}	2026-11-26 14:35:57.665456+00
60	1	2	2	message.changed	BOT	\N	\N	{"state": "READ", "message": "24", "sequence": "12"}	2026-11-26 14:35:57.665456+00
62	1	1	1	message.changed	BOT	\N	\N	{"state": "READ", "message": "26", "sequence": "11"}	2026-11-26 14:35:57.74918+00
\.
COPY crm.ground (message_id, workspace_id, grounds) FROM stdin;
6	1	{"row": "Q-00", "score": 1.0, "reasons": ["exact phrase", "matched: que, hay, de, horario"], "version": 1, "decision": "reply", "citations": [], "threshold": 0.45, "candidates": [{"row": "Q-02", "score": 0.21158515447003964, "question": "¿qué hay de envio?"}, {"row": "Q-03", "score": 0.21028000103844127, "question": "¿qué hay de garantia?"}, {"row": "Q-01", "score": 0.2042353822452969, "question": "¿qué hay de precio?"}]}
7	1	{"row": "Q-00", "score": 1.0, "reasons": ["exact phrase", "matched: que, hay, de, horario"], "version": 1, "decision": "reply", "citations": [], "threshold": 0.45, "candidates": [{"row": "Q-02", "score": 0.21158515447003964, "question": "¿qué hay de envio?"}, {"row": "Q-03", "score": 0.21028000103844127, "question": "¿qué hay de garantia?"}, {"row": "Q-01", "score": 0.2042353822452969, "question": "¿qué hay de precio?"}]}
9	1	{"row": "Q-01", "score": 1.0, "reasons": ["exact phrase", "matched: que, hay, de, precio"], "version": 1, "decision": "reply", "citations": [], "threshold": 0.45, "candidates": [{"row": "Q-02", "score": 0.22048236539998298, "question": "¿qué hay de envio?"}, {"row": "Q-00", "score": 0.2119973089496163, "question": "¿qué hay de horario?"}, {"row": "Q-03", "score": 0.2069491967701585, "question": "¿qué hay de garantia?"}]}
10	1	{"row": "Q-03", "score": 1.0, "reasons": ["exact phrase", "matched: que, hay, de, garantia"], "version": 1, "decision": "reply", "citations": [], "threshold": 0.45, "candidates": [{"row": "Q-02", "score": 0.2079579725878557, "question": "¿qué hay de envio?"}, {"row": "Q-00", "score": 0.20094057800276127, "question": "¿qué hay de horario?"}, {"row": "Q-01", "score": 0.20072129920754683, "question": "¿qué hay de precio?"}]}
12	1	{"row": "Q-03", "score": 1.0, "reasons": ["exact phrase", "matched: que, hay, de, garantia"], "version": 1, "decision": "reply", "citations": [], "threshold": 0.45, "candidates": [{"row": "Q-02", "score": 0.2079579725878557, "question": "¿qué hay de envio?"}, {"row": "Q-00", "score": 0.20094057800276127, "question": "¿qué hay de horario?"}, {"row": "Q-01", "score": 0.20072129920754683, "question": "¿qué hay de precio?"}]}
13	1	{"row": "Q-00", "score": 1.0, "reasons": ["exact phrase", "matched: que, hay, de, horario"], "version": 1, "decision": "reply", "citations": [], "threshold": 0.45, "candidates": [{"row": "Q-02", "score": 0.21158515447003964, "question": "¿qué hay de envio?"}, {"row": "Q-03", "score": 0.21028000103844127, "question": "¿qué hay de garantia?"}, {"row": "Q-01", "score": 0.2042353822452969, "question": "¿qué hay de precio?"}]}
14	1	{"row": "Q-00", "score": 1.0, "reasons": ["exact phrase", "matched: que, hay, de, horario"], "version": 1, "decision": "reply", "citations": [], "threshold": 0.45, "candidates": [{"row": "Q-02", "score": 0.21158515447003964, "question": "¿qué hay de envio?"}, {"row": "Q-03", "score": 0.21028000103844127, "question": "¿qué hay de garantia?"}, {"row": "Q-01", "score": 0.2042353822452969, "question": "¿qué hay de precio?"}]}
18	1	{"row": "Q-00", "score": 1.0, "reasons": ["exact phrase", "matched: que, hay, de, horario"], "version": 1, "decision": "reply", "citations": [], "threshold": 0.45, "candidates": [{"row": "Q-02", "score": 0.21158515447003964, "question": "¿qué hay de envio?"}, {"row": "Q-03", "score": 0.21028000103844127, "question": "¿qué hay de garantia?"}, {"row": "Q-01", "score": 0.2042353822452969, "question": "¿qué hay de precio?"}]}
19	1	{"row": "Q-00", "score": 1.0, "reasons": ["exact phrase", "matched: que, hay, de, horario"], "version": 1, "decision": "reply", "citations": [], "threshold": 0.45, "candidates": [{"row": "Q-02", "score": 0.21158515447003964, "question": "¿qué hay de envio?"}, {"row": "Q-03", "score": 0.21028000103844127, "question": "¿qué hay de garantia?"}, {"row": "Q-01", "score": 0.2042353822452969, "question": "¿qué hay de precio?"}]}
20	1	{"row": "Q-02", "score": 1.0, "reasons": ["exact phrase", "matched: que, hay, de, envio"], "version": 1, "decision": "reply", "citations": [], "threshold": 0.45, "candidates": [{"row": "Q-01", "score": 0.20763226716845443, "question": "¿qué hay de precio?"}, {"row": "Q-00", "score": 0.20732703519986936, "question": "¿qué hay de horario?"}, {"row": "Q-03", "score": 0.20381469007404454, "question": "¿qué hay de garantia?"}]}
23	1	{"row": "Q-03", "score": 1.0, "reasons": ["exact phrase", "matched: que, hay, de, garantia"], "version": 1, "decision": "reply", "citations": [], "threshold": 0.45, "candidates": [{"row": "Q-02", "score": 0.2079579725878557, "question": "¿qué hay de envio?"}, {"row": "Q-00", "score": 0.20094057800276127, "question": "¿qué hay de horario?"}, {"row": "Q-01", "score": 0.20072129920754683, "question": "¿qué hay de precio?"}]}
24	1	{"row": "Q-01", "score": 1.0, "reasons": ["exact phrase", "matched: que, hay, de, precio"], "version": 1, "decision": "reply", "citations": [], "threshold": 0.45, "candidates": [{"row": "Q-02", "score": 0.22048236539998298, "question": "¿qué hay de envio?"}, {"row": "Q-00", "score": 0.2119973089496163, "question": "¿qué hay de horario?"}, {"row": "Q-03", "score": 0.2069491967701585, "question": "¿qué hay de garantia?"}]}
25	1	{"row": "Q-02", "score": 1.0, "reasons": ["exact phrase", "matched: que, hay, de, envio"], "version": 1, "decision": "reply", "citations": [], "threshold": 0.45, "candidates": [{"row": "Q-01", "score": 0.20763226716845443, "question": "¿qué hay de precio?"}, {"row": "Q-00", "score": 0.20732703519986936, "question": "¿qué hay de horario?"}, {"row": "Q-03", "score": 0.20381469007404454, "question": "¿qué hay de garantia?"}]}
26	1	{"row": "Q-02", "score": 1.0, "reasons": ["exact phrase", "matched: que, hay, de, envio"], "version": 1, "decision": "reply", "citations": [], "threshold": 0.45, "candidates": [{"row": "Q-01", "score": 0.20763226716845443, "question": "¿qué hay de precio?"}, {"row": "Q-00", "score": 0.20732703519986936, "question": "¿qué hay de horario?"}, {"row": "Q-03", "score": 0.20381469007404454, "question": "¿qué hay de garantia?"}]}
27	1	{"row": "Q-01", "score": 1.0, "reasons": ["exact phrase", "matched: que, hay, de, precio"], "version": 1, "decision": "reply", "citations": [], "threshold": 0.45, "candidates": [{"row": "Q-02", "score": 0.22048236539998298, "question": "¿qué hay de envio?"}, {"row": "Q-00", "score": 0.2119973089496163, "question": "¿qué hay de horario?"}, {"row": "Q-03", "score": 0.2069491967701585, "question": "¿qué hay de garantia?"}]}
\.
COPY crm.message (id, workspace_id, contact_id, conversation_id, sequence, revision, inbound, author, member_id, automatic, channel_id, address_id, content, quotes, state, reason, grounds, external_id, provider_at, created_at) FROM stdin;
1	1	1	1	1	1	t	CUSTOMER	\N	\N	wa	1	{"body": "¿qué hay de precio?", "type": "text"}	\N	RECEIVED	\N	\N	wamid.IN-1-1	2026-11-26 14:35:55+00	2026-11-26 14:35:55.968207+00
2	1	2	2	1	1	t	CUSTOMER	\N	\N	wa	2	{"body": "¿qué hay de horario?", "type": "text"}	\N	RECEIVED	\N	\N	wamid.IN-0-0	2026-11-26 14:35:55+00	2026-11-26 14:35:55.968208+00
3	1	2	2	2	2	t	CUSTOMER	\N	\N	wa	2	{"body": "¿qué hay de garantia?", "type": "text"}	\N	RECEIVED	\N	\N	wamid.IN-0-3	2026-11-26 14:35:56+00	2026-11-26 14:35:56.076766+00
4	1	1	1	2	2	t	CUSTOMER	\N	\N	wa	1	{"body": "¿qué hay de horario?", "type": "text"}	\N	RECEIVED	\N	\N	wamid.IN-1-0	2026-11-26 14:35:56+00	2026-11-26 14:35:56.130708+00
5	1	3	3	1	1	t	CUSTOMER	\N	\N	wa	3	{"body": "¿qué hay de garantia?", "type": "text"}	\N	RECEIVED	\N	\N	wamid.IN-2-3	2026-11-26 14:35:56+00	2026-11-26 14:35:56.202424+00
8	1	2	2	5	5	t	CUSTOMER	\N	\N	wa	2	{"body": "¿qué hay de envio?", "type": "text"}	\N	RECEIVED	\N	\N	wamid.IN-0-2	2026-11-26 14:35:56+00	2026-11-26 14:35:56.37806+00
11	1	3	3	3	3	t	CUSTOMER	\N	\N	wa	3	{"body": "¿qué hay de horario?", "type": "text"}	\N	RECEIVED	\N	\N	wamid.IN-2-0	2026-11-26 14:35:56+00	2026-11-26 14:35:56.465363+00
15	1	2	2	7	7	t	CUSTOMER	\N	\N	wa	2	{"body": "¿qué hay de precio?", "type": "text"}	\N	RECEIVED	\N	\N	wamid.IN-0-1	2026-11-26 14:35:56+00	2026-11-26 14:35:56.642152+00
16	1	3	3	4	4	t	CUSTOMER	\N	\N	wa	3	{"body": "¿qué hay de envio?", "type": "text"}	\N	RECEIVED	\N	\N	wamid.IN-2-2	2026-11-26 14:35:56+00	2026-11-26 14:35:56.750022+00
17	1	1	1	6	6	t	CUSTOMER	\N	\N	wa	1	{"body": "¿qué hay de garantia?", "type": "text"}	\N	RECEIVED	\N	\N	wamid.IN-1-3	2026-11-26 14:35:56+00	2026-11-26 14:35:56.79106+00
6	1	2	2	3	10	f	BOT	\N	\N	wa	2	{"body": "Esto es todo sobre horario. R00R", "type": "text"}	\N	READ	\N	\N	wamid.STANDIN2052bdda00000001	\N	2026-11-26 14:35:56.213586+00
10	1	3	3	2	10	f	BOT	\N	\N	wa	3	{"body": "Esto es todo sobre garantia. R03R", "type": "text"}	\N	READ	\N	\N	wamid.STANDIN2052bdda00000002	\N	2026-11-26 14:35:56.409311+00
9	1	1	1	3	10	f	BOT	\N	\N	wa	1	{"body": "Esto es todo sobre precio. R01R", "type": "text"}	\N	READ	\N	\N	wamid.STANDIN2052bdda00000003	\N	2026-11-26 14:35:56.409311+00
7	1	2	2	4	13	f	BOT	\N	\N	wa	2	{"file": null, "kind": "IMAGE", "link": "https://example.org/R00R.png", "mime": "image/png", "name": "R00R.png", "type": "media", "caption": "", "failure": null}	\N	READ	\N	\N	wamid.STANDIN2052bdda00000004	\N	2026-11-26 14:35:56.213587+00
13	1	1	1	4	13	f	BOT	\N	\N	wa	1	{"body": "Esto es todo sobre horario. R00R", "type": "text"}	\N	READ	\N	\N	wamid.STANDIN2052bdda00000005	\N	2026-11-26 14:35:56.620652+00
12	1	2	2	6	15	f	BOT	\N	\N	wa	2	{"body": "Esto es todo sobre garantia. R03R", "type": "text"}	\N	READ	\N	\N	wamid.STANDIN2052bdda00000007	\N	2026-11-26 14:35:56.476074+00
14	1	1	1	5	15	f	BOT	\N	\N	wa	1	{"file": null, "kind": "IMAGE", "link": "https://example.org/R00R.png", "mime": "image/png", "name": "R00R.png", "type": "media", "caption": "", "failure": null}	\N	READ	\N	\N	wamid.STANDIN2052bdda00000009	\N	2026-11-26 14:35:56.620653+00
18	1	3	3	5	14	f	BOT	\N	\N	wa	3	{"body": "Esto es todo sobre horario. R00R", "type": "text"}	\N	READ	\N	\N	wamid.STANDIN2052bdda00000006	\N	2026-11-26 14:35:56.813519+00
19	1	3	3	6	15	f	BOT	\N	\N	wa	3	{"file": null, "kind": "IMAGE", "link": "https://example.org/R00R.png", "mime": "image/png", "name": "R00R.png", "type": "media", "caption": "", "failure": null}	\N	READ	\N	\N	wamid.STANDIN2052bdda00000008	\N	2026-11-26 14:35:56.81352+00
20	1	2	2	9	17	f	BOT	\N	\N	wa	2	{"body": "Esto es todo sobre envio. R02R", "type": "text"}	\N	READ	\N	\N	wamid.STANDIN2052bdda00000010	\N	2026-11-26 14:35:56.813519+00
25	1	3	3	9	18	f	BOT	\N	\N	wa	3	{"body": "Esto es todo sobre envio. R02R", "type": "text"}	\N	READ	\N	\N	wamid.STANDIN2052bdda00000011	\N	2026-11-26 14:35:57.026734+00
27	1	3	3	12	19	f	BOT	\N	\N	wa	3	{"body": "Esto es todo sobre precio. R01R", "type": "text"}	\N	READ	\N	\N	wamid.STANDIN2052bdda00000012	\N	2026-11-26 14:35:57.305072+00
23	1	1	1	9	17	f	BOT	\N	\N	wa	1	{"body": "Esto es todo sobre garantia. R03R", "type": "text"}	\N	READ	\N	\N	wamid.STANDIN2052bdda00000013	\N	2026-11-26 14:35:56.941493+00
24	1	2	2	12	18	f	BOT	\N	\N	wa	2	{"body": "Esto es todo sobre precio. R01R", "type": "text"}	\N	READ	\N	\N	wamid.STANDIN2052bdda00000014	\N	2026-11-26 14:35:57.026734+00
26	1	1	1	11	19	f	BOT	\N	\N	wa	1	{"body": "Esto es todo sobre envio. R02R", "type": "text"}	\N	READ	\N	\N	wamid.STANDIN2052bdda00000015	\N	2026-11-26 14:35:57.266646+00
21	1	1	1	8	8	t	CUSTOMER	\N	\N	wa	1	{"body": "¿qué hay de envio?", "type": "text"}	\N	RECEIVED	\N	\N	wamid.IN-1-2	2026-11-26 14:35:56+00	2026-11-26 14:35:56.892227+00
22	1	3	3	8	8	t	CUSTOMER	\N	\N	wa	3	{"body": "¿qué hay de precio?", "type": "text"}	\N	RECEIVED	\N	\N	wamid.IN-2-1	2026-11-26 14:35:56+00	2026-11-26 14:35:56.892228+00
\.
COPY crm.thread (contact_id, workspace_id, floor, epoch, floor_since, resume_at, assignee_id, conversation_id, sequence, unread, waiting_since, misses, context_from, last_message_at, preview, preview_author, channel_id, address_id) FROM stdin;
3	1	BOT	0	2026-11-26 14:35:56.180252+00	\N	\N	3	19	4	\N	0	0	2026-11-26 14:35:57.305072+00	Esto es todo sobre precio. R01R	BOT	wa	3
2	1	BOT	0	2026-11-26 14:35:55.908832+00	\N	\N	2	18	4	\N	0	0	2026-11-26 14:35:57.026734+00	Esto es todo sobre precio. R01R	BOT	wa	2
1	1	BOT	0	2026-11-26 14:35:55.908832+00	\N	\N	1	19	4	\N	0	0	2026-11-26 14:35:57.266646+00	Esto es todo sobre envio. R02R	BOT	wa	1
\.
COPY crm.workspace (id, name, zone, language, settings, created_at) FROM stdin;
1	Relevo	America/Guayaquil	es	{}	2026-11-26 14:35:49.692738+00
\.
COPY knowledge.asked (workspace_id, message_id, contact_id, conversation_id, answer_id, decision, row_id, language, score, version, handed_off, replied, vote, day, at) FROM stdin;
1	2	2	2	6	ANSWER	Q-00	es	1	1	f	f	\N	2026-11-26	2026-11-26 14:35:55.968208+00
1	1	1	1	9	ANSWER	Q-01	es	1	1	f	f	\N	2026-11-26	2026-11-26 14:35:55.968207+00
1	5	3	3	10	ANSWER	Q-03	es	1	1	f	f	\N	2026-11-26	2026-11-26 14:35:56.202424+00
1	3	2	2	12	ANSWER	Q-03	es	1	1	f	f	\N	2026-11-26	2026-11-26 14:35:56.076766+00
1	4	1	1	13	ANSWER	Q-00	es	1	1	f	f	\N	2026-11-26	2026-11-26 14:35:56.130708+00
1	11	3	3	18	ANSWER	Q-00	es	1	1	f	f	\N	2026-11-26	2026-11-26 14:35:56.465363+00
1	8	2	2	20	ANSWER	Q-02	es	1	1	f	f	\N	2026-11-26	2026-11-26 14:35:56.37806+00
1	17	1	1	23	ANSWER	Q-03	es	1	1	f	f	\N	2026-11-26	2026-11-26 14:35:56.79106+00
1	15	2	2	24	ANSWER	Q-01	es	1	1	f	f	\N	2026-11-26	2026-11-26 14:35:56.642152+00
1	16	3	3	25	ANSWER	Q-02	es	1	1	f	f	\N	2026-11-26	2026-11-26 14:35:56.750022+00
1	21	1	1	26	ANSWER	Q-02	es	1	1	f	f	\N	2026-11-26	2026-11-26 14:35:56.892227+00
1	22	3	3	27	ANSWER	Q-01	es	1	1	f	f	\N	2026-11-26	2026-11-26 14:35:56.892228+00
\.
COPY knowledge.asked_day (workspace_id, day, answered, offered, fallback, handoff) FROM stdin;
1	2026-11-26	12	0	0	0
\.
COPY knowledge.gap_check (workspace_id, version) FROM stdin;
1	1
\.
COPY knowledge.model (workspace_id, number, learnt_at) FROM stdin;
1	1	2026-11-26 14:35:54.444074+00
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
1	Q-03	2026-11-26	3	3	0	0	0	0
1	Q-01	2026-11-26	3	3	0	0	0	0
1	Q-02	2026-11-26	3	3	0	0	0	0
\.
COPY knowledge.version (id, workspace_id, number, published_at, published_by, note, row_count) FROM stdin;
1	1	1	2026-11-26 14:35:54.23217+00	relevo	matrix.csv	4
\.
