-- Sample of a force's records database. Everybody in it is invented: see ../../samples/families.json.
-- Written by tests/MashBroker.Testing/Police/PoliceSample.cs; do not edit by hand.
create table nominal (
    nominal_id text primary key,
    family_name text not null,
    given_name text not null,
    date_of_birth date,
    gender text,
    pnc_id text,
    cro_number text,
    telephone text
);
create table nominal_alias (
    nominal_id text not null references nominal,
    family_name text not null,
    given_name text not null,
    kind text not null -- alias, previous
);
create table nominal_address (
    nominal_id text not null references nominal,
    line text,
    town text,
    postcode text,
    no_fixed_address integer not null,
    is_protected integer not null,
    lived_from date,
    lived_to date
);
create table crime (
    crime_ref text primary key,
    occurred_on date,
    occurred_at time,
    recorded_on date,
    offence text,
    circumstances text,
    outcome text
);
create table crime_person (
    crime_ref text not null references crime,
    nominal_id text not null references nominal,
    role text -- suspect, victim, witness
);
create table domestic_incident (
    incident_ref text primary key,
    occurred_on date,
    occurred_at time,
    recorded_on date,
    dash_grade text, -- standard, medium, high
    circumstances text,
    outcome text
);
create table domestic_incident_person (
    incident_ref text not null references domestic_incident,
    nominal_id text not null references nominal,
    role text -- victim, suspect, child-present
);
create table intelligence (
    log_ref text primary key,
    event_on date,
    recorded_on date,
    source_grading text, -- 1 reliable, 2 untested, 3 not reliable
    information_grading text, -- A known directly .. E suspected to be false
    handling_code text, -- P lawful sharing, C lawful sharing with conditions; older logs: 5 no further dissemination
    handling_conditions text,
    sanitised_text text,
    full_text text
);
create table intelligence_person (
    log_ref text not null references intelligence,
    nominal_id text not null references nominal
);
create table missing_episode (
    episode_ref text primary key,
    nominal_id text not null references nominal,
    missing_on date not null,
    missing_at time,
    found_on date,
    found_at time,
    risk_grade text,
    circumstances text
);
create table warning_marker (
    marker_id text primary key,
    nominal_id text not null references nominal,
    marker text not null,
    placed_on date,
    expires_on date,
    reason text
);
insert into nominal values ('NM100101', 'Hollis', 'Mia', '2014-03-05', 'female', null, null, null);
insert into nominal_address values ('NM100101', '14 Larch Road', 'Marlsea', 'ZX1 4BD', 0, 0, '2019-06-01', null);
insert into nominal values ('NM100102', 'Hollis', 'Tyler', '2017-08-21', 'male', null, null, null);
insert into nominal_address values ('NM100102', '14 Larch Road', 'Marlsea', 'ZX1 4BD', 0, 0, '2019-06-01', null);
insert into nominal values ('NM100103', 'Hollis', 'Dana', '1991-02-17', 'female', null, null, '07700 900101');
insert into nominal_address values ('NM100103', '14 Larch Road', 'Marlsea', 'ZX1 4BD', 0, 0, '2019-06-01', null);
insert into nominal values ('NM100104', 'Hollis', 'Craig', '1988-10-09', 'male', '2005/9900005A', '990005/06F', null);
insert into nominal_address values ('NM100104', '14 Larch Road', 'Marlsea', 'ZX1 4BD', 0, 0, '2019-06-01', null);
insert into crime values ('CR/100104/A', '2023-12-10', '11:35:00', '2023-12-10', 'Assault occasioning actual bodily harm', 'In a street near the school, in the afternoon.', 'charged');
insert into crime_person values ('CR/100104/A', 'NM100104', 'suspect');
insert into warning_marker values ('WM/100104', 'NM100104', 'escaper', '2025-08-26', '2027-11-02', 'Assaulted an officer on arrest.');
insert into intelligence values ('IL/100104', '2026-01-05', '2026-01-09', '3', 'A', 'P', null, 'Is thought to keep company with older people who sell drugs near the station.', 'NOT FOR DISCLOSURE: Is thought to keep company with older people who sell drugs near the station. Told by a named source.');
insert into intelligence_person values ('IL/100104', 'NM100104');
insert into domestic_incident values ('DI/100101', '2026-05-29', '21:30:00', '2026-05-29', 'high', 'Repeated messages and waiting outside the home after separation.', 'arrest; conditional bail');
insert into domestic_incident_person values ('DI/100101', 'NM100101', 'child-present');
insert into domestic_incident_person values ('DI/100101', 'NM100102', 'child-present');
insert into domestic_incident_person values ('DI/100101', 'NM100103', 'victim');
insert into domestic_incident_person values ('DI/100101', 'NM100104', 'suspect');
insert into nominal values ('NM100105', 'Marsden', 'Ellie', '2016-09-12', 'female', null, null, null);
insert into nominal_address values ('NM100105', '7 Whinfield Close', 'Marlsea', 'ZX1 2NQ', 0, 0, null, null);
insert into missing_episode values ('ME/100105/1', 'NM100105', '2025-12-29', '17:40:00', '2025-12-30', '15:10:00', 'high', 'Left by the back door in the evening.');
insert into nominal values ('NM100106', 'Marsden', 'Kerry', '1990-05-28', 'female', null, null, '07700 900102');
insert into nominal_address values ('NM100106', '7 Whinfield Close', 'Marlsea', 'ZX1 2NQ', 0, 0, null, null);
insert into domestic_incident values ('DI/100106', '2026-07-20', '01:15:00', '2026-07-20', 'medium', 'Repeated messages and waiting outside the home after separation.', 'arrest; conditional bail');
insert into domestic_incident_person values ('DI/100106', 'NM100106', 'victim');
insert into nominal values ('NM100107', 'Whitlow', 'Jack', '2015-01-19', 'male', null, null, null);
insert into nominal_address values ('NM100107', '52 Signal Terrace', 'Marlsea', 'ZX2 1HT', 0, 0, null, null);
insert into missing_episode values ('ME/100107/1', 'NM100107', '2026-09-28', '21:20:00', '2026-10-01', '07:10:00', 'medium', 'Last seen at the station with an unknown adult.');
insert into nominal values ('NM100108', 'Whitlow', 'Jessica', '2012-06-03', 'female', null, null, null);
insert into nominal_address values ('NM100108', '52 Signal Terrace', 'Marlsea', 'ZX2 1HT', 0, 0, null, null);
insert into crime values ('CR/100108/A', '2025-05-07', '18:45:00', '2025-05-07', 'Harassment', 'Outside the home address, after an argument.', 'victim declined to support');
insert into crime_person values ('CR/100108/A', 'NM100108', 'victim');
insert into nominal values ('NM100109', 'Whitlow', 'Paul', '1984-12-11', 'male', '2001/9900012X', null, null);
insert into nominal_address values ('NM100109', '52 Signal Terrace', 'Marlsea', 'ZX2 1HT', 0, 0, null, null);
insert into crime values ('CR/100109/A', '2025-09-18', '13:00:00', '2025-09-18', 'Theft from a shop', 'In a shop; goods worth under £50.', 'community resolution');
insert into crime_person values ('CR/100109/A', 'NM100109', 'suspect');
insert into nominal values ('NM100110', 'Pike', 'Anthony', '2010-04-25', 'male', null, null, null);
insert into nominal_address values ('NM100110', '3 Furnace Lane', 'Marlsea', 'ZX2 6PL', 0, 0, null, null);
insert into crime values ('CR/100110/A', '2024-02-29', '15:10:00', '2024-02-29', 'Possession of cannabis', 'Outside the home address, after an argument.', 'released under investigation');
insert into crime_person values ('CR/100110/A', 'NM100110', 'suspect');
insert into missing_episode values ('ME/100110/1', 'NM100110', '2026-02-27', '16:40:00', '2026-03-02', '15:30:00', 'high', 'Did not come home from school.');
insert into nominal values ('NM100111', 'Pike', 'Anthony', '1979-04-25', 'male', '1996/9900015W', '990015/97K', null);
insert into nominal_address values ('NM100111', '3 Furnace Lane', 'Marlsea', 'ZX2 6PL', 0, 0, null, null);
insert into crime values ('CR/100111/A', '2026-10-14', '20:00:00', '2026-10-16', 'Robbery', 'In a street near the school, in the afternoon.', 'no further action');
insert into crime_person values ('CR/100111/A', 'NM100111', 'suspect');
insert into warning_marker values ('WM/100111', 'NM100111', 'escaper', '2025-05-31', '2027-11-02', 'Knife found at the home address.');
insert into intelligence values ('IL/100111', '2026-06-19', '2026-06-22', '2', 'C', 'P', null, 'Is thought to keep company with older people who sell drugs near the station.', 'NOT FOR DISCLOSURE: Is thought to keep company with older people who sell drugs near the station. Told by a named source.');
insert into intelligence_person values ('IL/100111', 'NM100111');
insert into nominal values ('NM100112', 'Rahman', 'Sadia', '1992-03-30', 'female', null, null, '07700 900104');
insert into nominal_address values ('NM100112', 'Flat 3, Dunlin House, Quay Street', 'Marlsea', 'ZX3 1AA', 0, 0, null, null);
insert into domestic_incident values ('DI/100112', '2026-02-12', '20:30:00', '2026-02-12', 'medium', 'One party held by the wrist and prevented from leaving; telephone taken away.', 'arrest; conditional bail');
insert into domestic_incident_person values ('DI/100112', 'NM100112', 'victim');
insert into nominal values ('NM100113', 'Rahmani', 'Sarah', '2018-08-02', 'female', null, null, null);
insert into nominal_address values ('NM100113', 'Flat 13, Dunlin House, Quay Street', 'Marlsea', 'ZX3 1AA', 0, 0, null, null);
insert into nominal values ('NM100114', 'Rahmani', 'Navid', '1989-03-03', 'male', '2006/9900021H', '990021/07E', null);
insert into nominal_address values ('NM100114', 'Flat 13, Dunlin House, Quay Street', 'Marlsea', 'ZX3 1AA', 0, 0, null, null);
insert into crime values ('CR/100114/A', '2025-08-18', '17:00:00', '2025-08-20', 'Possession of cannabis', 'At the home address; neighbours called.', 'no further action');
insert into crime_person values ('CR/100114/A', 'NM100114', 'suspect');
insert into domestic_incident values ('DI/100113', '2025-12-30', '21:30:00', '2025-12-30', 'standard', 'Repeated messages and waiting outside the home after separation.', 'protection notice issued');
insert into domestic_incident_person values ('DI/100113', 'NM100113', 'child-present');
insert into domestic_incident_person values ('DI/100113', 'NM100114', 'suspect');
insert into nominal values ('NM100115', 'Fallon', 'Erin', '2012-10-17', 'female', null, null, null);
insert into nominal_address values ('NM100115', '22 Cooper''s Row', 'Marlsea', 'ZX4 3EJ', 0, 0, null, null);
insert into missing_episode values ('ME/100115/1', 'NM100115', '2026-04-24', '22:40:00', '2026-04-26', '15:30:00', 'medium', 'Last seen at the station with an unknown adult.');
insert into nominal values ('NM100116', 'Fallon', 'Bridget', '1986-08-19', 'female', null, null, '07700 900105');
insert into nominal_address values ('NM100116', '22 Cooper''s Row', 'Marlsea', 'ZX4 3EJ', 0, 0, null, null);
insert into crime values ('CR/100116/A', '2026-05-12', '06:10:00', '2026-05-12', 'Robbery', 'At the home address; neighbours called.', 'victim declined to support');
insert into crime_person values ('CR/100116/A', 'NM100116', 'victim');
insert into nominal values ('NM100117', 'Lowe', 'Isla', '2019-05-15', 'female', null, null, null);
insert into nominal_address values ('NM100117', '22 Cooper''s Row', 'Marlsea', 'ZX4 3EJ', 0, 0, '2025-07-14', null);
insert into nominal values ('NM100118', 'Lowe', 'Fiona', '1987-01-23', 'female', null, null, '07700 900106');
insert into nominal_address values ('NM100118', '22 Cooper''s Row', 'Marlsea', 'ZX4 3EJ', 0, 0, '2025-07-14', null);
insert into domestic_incident values ('DI/100117', '2026-06-25', '22:15:00', '2026-06-25', 'high', 'One party held by the wrist and prevented from leaving; telephone taken away.', 'no offences disclosed; advice given');
insert into domestic_incident_person values ('DI/100117', 'NM100117', 'child-present');
insert into domestic_incident_person values ('DI/100117', 'NM100118', 'victim');
insert into nominal values ('NM100119', 'Dyer', 'Leah', '2015-07-07', 'female', null, null, null);
insert into nominal_address values ('NM100119', '60 Sandpiper Way', 'Marlsea', 'ZX5 2RD', 0, 0, null, null);
insert into nominal values ('NM100120', 'Dyer', 'Samantha', '1993-11-01', 'female', null, null, '07700 900107');
insert into nominal_address values ('NM100120', '60 Sandpiper Way', 'Marlsea', 'ZX5 2RD', 0, 0, null, null);
insert into nominal values ('NM100121', 'Dyer', 'Lee', '1990-06-06', 'male', '2007/9900031J', '990031/08X', null);
insert into nominal_address values ('NM100121', '60 Sandpiper Way', 'Marlsea', 'ZX5 2RD', 0, 0, null, null);
insert into crime values ('CR/100121/A', '2024-08-20', '13:20:00', '2024-08-22', 'Robbery', 'In a shop; goods worth under £50.', 'released under investigation');
insert into crime_person values ('CR/100121/A', 'NM100121', 'suspect');
insert into warning_marker values ('WM/100121', 'NM100121', 'escaper', '2024-08-22', null, 'Knife found at the home address.');
insert into intelligence values ('IL/100121', '2026-08-25', '2026-08-29', '1', 'C', '5', null, 'Is thought to carry a knife when out in the evening.', 'NOT FOR DISCLOSURE: Is thought to carry a knife when out in the evening. Told by a named source.');
insert into intelligence_person values ('IL/100121', 'NM100121');
insert into domestic_incident values ('DI/100119', '2026-10-06', '23:30:00', '2026-10-06', 'high', 'One party held by the wrist and prevented from leaving; telephone taken away.', 'no offences disclosed; advice given');
insert into domestic_incident_person values ('DI/100119', 'NM100119', 'child-present');
insert into domestic_incident_person values ('DI/100119', 'NM100120', 'victim');
insert into domestic_incident_person values ('DI/100119', 'NM100121', 'suspect');
insert into nominal values ('NM100122', 'Barrow', 'Jodie', '1999-04-04', 'female', null, null, '07700 900108');
insert into nominal_address values ('NM100122', '18 Orchard Mews', 'Marlsea', 'ZX5 7YB', 0, 0, null, null);
insert into nominal values ('NM100123', 'Sumner', 'Kyle', '1997-12-29', 'male', '2014/9900035V', null, null);
insert into nominal_address values ('NM100123', '2 Tannery Yard', 'Marlsea', 'ZX5 1LS', 0, 0, null, null);
insert into crime values ('CR/100123/A', '2025-05-15', '02:45:00', '2025-05-15', 'Theft from a shop', 'In a shop; goods worth under £50.', 'no further action');
insert into crime_person values ('CR/100123/A', 'NM100123', 'suspect');
insert into intelligence values ('IL/100123', '2025-12-02', '2025-12-05', '1', 'D', 'P', null, 'Is thought to carry a knife when out in the evening.', 'NOT FOR DISCLOSURE: Is thought to carry a knife when out in the evening. Told by a named source.');
insert into intelligence_person values ('IL/100123', 'NM100123');
insert into domestic_incident values ('DI/100122', '2026-02-25', '21:50:00', '2026-02-25', 'high', 'Shouting and things broken in the kitchen; one party pushed against a door.', 'arrest; conditional bail');
insert into domestic_incident_person values ('DI/100122', 'NM100122', 'victim');
insert into domestic_incident_person values ('DI/100122', 'NM100123', 'suspect');
insert into nominal values ('NM100124', 'Tasker', 'Leon', '2010-01-13', 'male', null, null, null);
insert into nominal_address values ('NM100124', null, null, null, 1, 0, null, null);
insert into missing_episode values ('ME/100124/1', 'NM100124', '2026-06-20', '22:00:00', '2026-06-22', '07:55:00', 'medium', 'Did not come home from school.');
insert into crime values ('CR/100124/A', '2024-09-02', '22:45:00', '2024-09-03', 'Harassment', 'In a street near the school, in the afternoon.', 'victim declined to support');
insert into crime_person values ('CR/100124/A', 'NM100124', 'witness');
insert into nominal values ('NM100125', 'Tasker', 'Gail', '1982-02-22', 'female', '1999/9900037Q', null, null);
insert into nominal_address values ('NM100125', null, null, null, 1, 0, null, null);
insert into crime values ('CR/100125/A', '2026-02-07', '15:10:00', '2026-02-08', 'Robbery', 'Outside the home address, after an argument.', 'no further action');
insert into crime_person values ('CR/100125/A', 'NM100125', 'suspect');
insert into nominal values ('NM100126', 'OConnor DArcy', 'Saoirse', '2013-03-17', 'female', null, null, null);
insert into nominal_address values ('NM100126', '11 St Brannoc''s Walk', 'Marlsea', 'ZX6 5GT', 0, 0, null, null);
insert into crime values ('CR/100126/A', '2026-06-20', '10:20:00', '2026-06-22', 'Possession of cannabis', 'In a street near the school, in the afternoon.', 'no suspect identified');
insert into crime_person values ('CR/100126/A', 'NM100126', 'victim');
insert into nominal values ('NM100127', 'OConnor', 'Niamh', '1988-09-27', 'female', null, null, '07700 900109');
insert into nominal_address values ('NM100127', '11 St Brannoc''s Walk', 'Marlsea', 'ZX6 5GT', 0, 0, null, null);
insert into domestic_incident values ('DI/100127', '2026-10-05', '20:30:00', '2026-10-05', 'high', 'One party held by the wrist and prevented from leaving; telephone taken away.', 'no offences disclosed; advice given');
insert into domestic_incident_person values ('DI/100127', 'NM100127', 'victim');
insert into nominal values ('NM100128', 'Lefevre', 'Zoe', '2011-06-30', 'female', null, null, null);
insert into nominal_address values ('NM100128', '30 Viaduct Street', 'Marlsea', 'ZX7 1CE', 0, 0, null, null);
insert into missing_episode values ('ME/100128/1', 'NM100128', '2025-12-17', '22:40:00', '2025-12-18', '07:30:00', 'high', 'Did not come home from school.');
insert into nominal values ('NM100129', 'Kovalenko', 'Maxim', '2012-12-12', 'male', null, null, null);
insert into nominal_address values ('NM100129', '4 Beacon Court', 'Marlsea', 'ZX7 9MU', 0, 0, null, null);
insert into crime values ('CR/100129/A', '2024-07-30', '17:00:00', '2024-07-30', 'Harassment', 'At the home address; neighbours called.', 'suspect charged');
insert into crime_person values ('CR/100129/A', 'NM100129', 'victim');
insert into nominal values ('NM100130', 'Коваленко', 'Оксана', '1987-07-15', 'female', null, null, '07700 900111');
insert into nominal_address values ('NM100130', '4 Beacon Court', 'Marlsea', 'ZX7 9MU', 0, 0, null, null);
insert into domestic_incident values ('DI/100130', '2026-06-28', '00:05:00', '2026-06-28', 'high', 'Shouting and things broken in the kitchen; one party pushed against a door.', 'protection notice issued');
insert into domestic_incident_person values ('DI/100130', 'NM100130', 'victim');
insert into nominal values ('NM100131', 'Al-Hassan', 'Youssef', '2013-09-01', 'male', null, null, null);
insert into nominal_address values ('NM100131', '66 Granary Road', 'Marlsea', 'ZX8 3FN', 0, 0, null, null);
insert into missing_episode values ('ME/100131/1', 'NM100131', '2026-06-09', '16:40:00', '2026-06-12', '07:10:00', 'high', 'Did not come home from school.');
insert into nominal values ('NM100132', 'Al-Hassan', 'Mohammed', '1983-01-01', 'male', null, null, '07700 900112');
insert into nominal_address values ('NM100132', '66 Granary Road', 'Marlsea', 'ZX8 3FN', 0, 0, null, null);
insert into crime values ('CR/100132/A', '2025-04-13', '06:35:00', '2025-04-15', 'Theft from a shop', 'At the home address; neighbours called.', 'suspect charged');
insert into crime_person values ('CR/100132/A', 'NM100132', 'victim');
insert into nominal values ('NM100133', 'Wisniewska', 'Zaneta', '1990-08-08', 'female', null, null, '07700 900113');
insert into nominal_address values ('NM100133', '8 Foundry Row', 'Marlsea', 'ZX8 4KT', 0, 0, null, null);
insert into nominal values ('NM100134', 'Wisniewski', 'Lukasz', '1988-02-29', 'male', '2005/9900053C', null, null);
insert into nominal_address values ('NM100134', '8 Foundry Row', 'Marlsea', 'ZX8 4KT', 0, 0, null, null);
insert into crime values ('CR/100134/A', '2024-06-28', '22:45:00', '2024-06-30', 'Harassment', 'In a shop; goods worth under £50.', 'released under investigation');
insert into crime_person values ('CR/100134/A', 'NM100134', 'suspect');
insert into domestic_incident values ('DI/100133', '2026-02-14', '22:30:00', '2026-02-14', 'medium', 'Shouting and things broken in the kitchen; one party pushed against a door.', 'no offences disclosed; advice given');
insert into domestic_incident_person values ('DI/100133', 'NM100133', 'victim');
insert into domestic_incident_person values ('DI/100133', 'NM100134', 'suspect');
insert into nominal values ('NM100135', 'ap Rhys', 'Gwenlian', '2014-03-01', 'female', null, null, null);
insert into nominal_address values ('NM100135', '27 Pen-y-Bryn Avenue', 'Marlsea', 'ZX2 9DH', 0, 0, null, null);
insert into missing_episode values ('ME/100135/1', 'NM100135', '2025-12-07', '16:20:00', '2025-12-09', '07:55:00', 'medium', 'Left by the back door in the evening.');
insert into nominal values ('NM100136', 'Kinsela', 'Ruby', '2016-05-25', 'female', null, null, null);
insert into nominal_address values ('NM100136', '101 Station Approach', 'Marlsea', 'ZX3 6UV', 0, 0, null, null);
insert into nominal values ('NM100137', 'Kinsella', 'Callum', '2011-08-14', 'male', null, null, null);
insert into nominal_address values ('NM100137', '101 Station Approach', 'Marlsea', 'ZX3 6UV', 0, 0, null, null);
insert into crime values ('CR/100137/A', '2026-05-20', '14:10:00', '2026-05-20', 'Possession of cannabis', 'Outside the home address, after an argument.', 'no further action');
insert into crime_person values ('CR/100137/A', 'NM100137', 'suspect');
insert into intelligence values ('IL/100137', '2025-03-29', '2025-04-01', '2', 'B', '5', null, 'Is thought to carry a knife when out in the evening.', 'NOT FOR DISCLOSURE: Is thought to carry a knife when out in the evening. Told by a named source.');
insert into intelligence_person values ('IL/100137', 'NM100137');
insert into nominal values ('NM100138', 'Kinsey', 'David', '1986-03-21', 'male', '2003/9900058C', '990058/04A', null);
insert into nominal_alias values ('NM100138', 'Kinsella', 'Daz', 'alias');
insert into nominal_address values ('NM100138', '101 Station Approach', 'Marlsea', 'ZX3 6UV', 0, 0, null, null);
insert into crime values ('CR/100138/A', '2025-12-16', '00:35:00', '2025-12-17', 'Harassment', 'Outside the home address, after an argument.', 'no further action');
insert into crime_person values ('CR/100138/A', 'NM100138', 'suspect');
insert into intelligence values ('IL/100138', '2026-06-22', '2026-06-23', '3', 'D', 'P', null, 'Is thought to carry a knife when out in the evening.', 'NOT FOR DISCLOSURE: Is thought to carry a knife when out in the evening. Told by a named source.');
insert into intelligence_person values ('IL/100138', 'NM100138');
insert into domestic_incident values ('DI/100136', '2026-09-24', '21:30:00', '2026-09-24', 'standard', 'Repeated messages and waiting outside the home after separation.', 'protection notice issued');
insert into domestic_incident_person values ('DI/100136', 'NM100136', 'child-present');
insert into domestic_incident_person values ('DI/100136', 'NM100138', 'suspect');
insert into nominal values ('NM100139', 'Brackley', 'Helen', '1987-11-11', 'female', null, null, '07700 900116');
insert into nominal_address values ('NM100139', '12 Barley Court', 'Marlsea', 'ZX4 1RR', 0, 0, null, null);
insert into domestic_incident values ('DI/100139', '2026-05-07', '20:30:00', '2026-05-07', 'standard', 'Shouting and things broken in the kitchen; one party pushed against a door.', 'arrest; conditional bail');
insert into domestic_incident_person values ('DI/100139', 'NM100139', 'victim');
insert into nominal values ('NM100140', 'Mallory', 'Grace', '2013-01-31', 'female', null, null, null);
insert into nominal_address values ('NM100140', '33 Copperfield Street', 'Marlsea', 'ZX6 8ND', 0, 0, null, null);
insert into crime values ('CR/100140/A', '2024-04-15', '18:00:00', '2024-04-15', 'Harassment', 'Outside the home address, after an argument.', 'victim declined to support');
insert into crime_person values ('CR/100140/A', 'NM100140', 'victim');
insert into nominal values ('NM100141', 'Mallory', 'Stephen', '1981-06-24', 'male', '1998/9900064E', '990064/99B', null);
insert into nominal_address values ('NM100141', '33 Copperfield Street', 'Marlsea', 'ZX6 8ND', 0, 0, null, null);
insert into crime values ('CR/100141/A', '2024-08-27', '12:10:00', '2024-08-27', 'Theft from a shop', 'In a shop; goods worth under £50.', 'community resolution');
insert into crime_person values ('CR/100141/A', 'NM100141', 'suspect');
insert into intelligence values ('IL/100141', '2026-01-31', '2026-02-02', '1', 'A', '5', null, 'Is thought to carry a knife when out in the evening.', 'NOT FOR DISCLOSURE: Is thought to carry a knife when out in the evening. Told by a named source.');
insert into intelligence_person values ('IL/100141', 'NM100141');
insert into nominal values ('NM100142', 'Jones', 'David', '1985-06-14', 'male', '2005/9900801Q', null, null);
insert into nominal_address values ('NM100142', '1 Trinity Steps', 'Marlsea', 'ZX7 2XX', 0, 0, null, null);
insert into crime values ('CR/100142/A', '2026-07-18', '04:35:00', '2026-07-20', 'Criminal damage', 'Outside the home address, after an argument.', 'no further action');
insert into crime_person values ('CR/100142/A', 'NM100142', 'suspect');
insert into nominal values ('NM100143', 'Jones', 'David', '1985-06-14', 'male', '2011/9900802H', null, null);
insert into nominal_address values ('NM100143', '88 Ropewalk', 'Marlsea', 'ZX3 8ED', 0, 0, null, null);
insert into crime values ('CR/100143/A', '2023-12-03', '23:45:00', '2023-12-05', 'Assault occasioning actual bodily harm', 'In a street near the school, in the afternoon.', 'community resolution');
insert into crime_person values ('CR/100143/A', 'NM100143', 'suspect');
insert into domestic_incident values ('DI/100142', '2026-08-31', '20:50:00', '2026-08-31', 'high', 'Repeated messages and waiting outside the home after separation.', 'no offences disclosed; advice given');
insert into domestic_incident_person values ('DI/100142', 'NM100142', 'suspect');
insert into nominal values ('NM100144', 'Oduya', 'Babatunde', '1980-12-03', 'male', '1997/9900070A', null, '07700 900118');
insert into nominal_address values ('NM100144', '19 Exchange Buildings', 'Marlsea', 'ZX8 8AL', 0, 0, null, null);
insert into crime values ('CR/100144/A', '2025-10-02', '20:45:00', '2025-10-04', 'Harassment', 'At the home address; neighbours called.', 'charged');
insert into crime_person values ('CR/100144/A', 'NM100144', 'suspect');
insert into nominal values ('NM100145', 'Cartwright', 'Chloe', '2011-03-22', 'female', null, null, null);
insert into nominal_address values ('NM100145', '5 Larch Road', 'Marlsea', 'ZX1 4BD', 0, 0, null, null);
insert into missing_episode values ('ME/100145/1', 'NM100145', '2026-01-31', '16:20:00', '2026-02-01', '15:30:00', 'medium', 'Last seen at the station with an unknown adult.');
insert into missing_episode values ('ME/100145/2', 'NM100145', '2026-02-14', '17:00:00', '2026-02-15', '11:10:00', 'medium', 'Left by the back door in the evening.');
insert into missing_episode values ('ME/100145/3', 'NM100145', '2026-02-28', '22:20:00', '2026-03-01', '15:10:00', 'high', 'Left by the back door in the evening.');
insert into crime values ('CR/100145/A', '2025-08-29', '09:45:00', '2025-08-29', 'Theft from a shop', 'In a street near the school, in the afternoon.', 'no suspect identified');
insert into crime_person values ('CR/100145/A', 'NM100145', 'witness');
insert into intelligence values ('IL/100145', '2025-03-27', '2025-03-31', '3', 'D', 'P', null, 'Is thought to carry a knife when out in the evening.', 'NOT FOR DISCLOSURE: Is thought to carry a knife when out in the evening. Told by a named source.');
insert into intelligence_person values ('IL/100145', 'NM100145');
insert into nominal values ('NM100146', 'Cartwright', 'Lorraine', '1985-09-08', 'female', null, null, '07700 900119');
insert into nominal_address values ('NM100146', '5 Larch Road', 'Marlsea', 'ZX1 4BD', 0, 0, null, null);
insert into domestic_incident values ('DI/100146', '2026-02-27', '20:30:00', '2026-02-27', 'medium', 'One party held by the wrist and prevented from leaving; telephone taken away.', 'arrest; conditional bail');
insert into domestic_incident_person values ('DI/100146', 'NM100146', 'victim');
insert into nominal values ('NM100147', 'Tully', 'Gemma', '1994-10-20', 'female', '2011/9900080Y', null, null);
insert into nominal_address values ('NM100147', null, null, null, 1, 0, null, null);
insert into crime values ('CR/100147/A', '2025-05-21', '01:35:00', '2025-05-22', 'Robbery', 'In a shop; goods worth under £50.', 'released under investigation');
insert into crime_person values ('CR/100147/A', 'NM100147', 'suspect');
insert into missing_episode values ('ME/100147/1', 'NM100147', '2025-12-04', '22:00:00', '2025-12-06', '07:10:00', 'high', 'Left by the back door in the evening.');
insert into nominal values ('NM100148', 'Bannister', 'Kai', '2008-11-11', 'male', '2025/9900083P', null, null);
insert into nominal_address values ('NM100148', 'Flat 2, Dunlin House, Quay Street', 'Marlsea', 'ZX3 1AA', 0, 0, null, null);
insert into missing_episode values ('ME/100148/1', 'NM100148', '2025-12-20', '22:20:00', '2025-12-22', '11:30:00', 'medium', 'Last seen at the station with an unknown adult.');
insert into crime values ('CR/100148/A', '2025-12-26', '06:45:00', '2025-12-27', 'Assault occasioning actual bodily harm', 'In a shop; goods worth under £50.', 'victim declined to support');
insert into crime_person values ('CR/100148/A', 'NM100148', 'witness');
insert into intelligence values ('IL/100148', '2026-03-10', '2026-03-11', '2', 'B', '5', null, 'Is thought to keep company with older people who sell drugs near the station.', 'NOT FOR DISCLOSURE: Is thought to keep company with older people who sell drugs near the station. Told by a named source.');
insert into intelligence_person values ('IL/100148', 'NM100148');
insert into warning_marker values ('WM/100148', 'NM100148', 'violent', '2025-08-21', '2027-11-02', 'Knife found at the home address.');
insert into nominal values ('NM100149', 'Chen', 'Mei Ling', '1986-04-18', 'female', null, null, '07700 900123');
insert into nominal_address values ('NM100149', '90 Granary Road', 'Marlsea', 'ZX8 3FN', 0, 0, null, null);
insert into domestic_incident values ('DI/100149', '2026-01-07', '23:50:00', '2026-01-07', 'medium', 'One party held by the wrist and prevented from leaving; telephone taken away.', 'arrest; conditional bail');
insert into domestic_incident_person values ('DI/100149', 'NM100149', 'victim');
insert into nominal values ('NM100150', 'Ashdown', 'Vanessa', '1991-01-09', 'female', '2008/9900089M', null, '07700 900124');
insert into nominal_address values ('NM100150', '6 Lantern Hill', 'Marlsea', 'ZX9 4SB', 0, 0, null, null);
insert into crime values ('CR/100150/A', '2026-01-12', '19:45:00', '2026-01-13', 'Theft from a shop', 'In a street near the school, in the afternoon.', 'suspect charged');
insert into crime_person values ('CR/100150/A', 'NM100150', 'victim');
insert into nominal values ('NM100151', 'Coyle', 'Vanessa', '1991-01-09', 'female', '2008/9900089M', null, '07700 900124');
insert into nominal_address values ('NM100151', '17 Bell Lane', 'Marlsea', 'ZX2 3VY', 0, 0, null, null);
insert into crime values ('CR/100151/A', '2025-09-01', '00:35:00', '2025-09-02', 'Harassment', 'In a shop; goods worth under £50.', 'released under investigation');
insert into crime_person values ('CR/100151/A', 'NM100151', 'suspect');
insert into domestic_incident values ('DI/100151', '2026-05-16', '01:50:00', '2026-05-16', 'standard', 'Shouting and things broken in the kitchen; one party pushed against a door.', 'no offences disclosed; advice given');
insert into domestic_incident_person values ('DI/100151', 'NM100151', 'suspect');
insert into nominal values ('NM100152', 'Hollis', 'Mia', '2015-03-05', 'female', null, null, null);
insert into nominal_address values ('NM100152', '3 Pinfold Lane', 'Marlsea', 'ZX6 1AB', 0, 0, null, null);
insert into crime values ('CR/100152/A', '2026-10-07', '08:10:00', '2026-10-09', 'Robbery', 'In a street near the school, in the afternoon.', 'suspect charged');
insert into crime_person values ('CR/100152/A', 'NM100152', 'victim');
insert into nominal values ('NM100153', 'Hollis', 'Craig', '1979-01-30', 'male', '1996/9900202Z', null, null);
insert into nominal_address values ('NM100153', '71 Ropewalk', 'Marlsea', 'ZX3 8ED', 0, 0, null, null);
insert into crime values ('CR/100153/A', '2026-05-26', '13:00:00', '2026-05-28', 'Assault occasioning actual bodily harm', 'Outside the home address, after an argument.', 'no further action');
insert into crime_person values ('CR/100153/A', 'NM100153', 'suspect');
insert into nominal values ('NM100154', 'Prentice', 'Hannah', '1971-12-11', 'female', null, null, null);
insert into nominal_address values ('NM100154', '15 Cowslip Way', 'Marlsea', 'ZX9 6LN', 0, 0, null, null);
insert into crime values ('CR/100154/A', '2024-07-26', '17:00:00', '2024-07-28', 'Possession of cannabis', 'At the home address; neighbours called.', 'no further action');
insert into crime_person values ('CR/100154/A', 'NM100154', 'suspect');
insert into nominal values ('NM100155', 'Dyer', 'Lee', '1980-06-16', 'male', '1997/9900206U', null, null);
insert into nominal_address values ('NM100155', '66 Sandpiper Way', 'Marlsea', 'ZX5 2RD', 0, 0, null, null);
insert into crime values ('CR/100155/A', '2024-03-14', '22:45:00', '2024-03-16', 'Harassment', 'In a shop; goods worth under £50.', 'community resolution');
insert into crime_person values ('CR/100155/A', 'NM100155', 'suspect');
insert into nominal values ('NM100156', 'Rahman', 'Sadia', '1999-08-12', 'female', null, null, null);
insert into nominal_address values ('NM100156', '4 Exchange Buildings', 'Marlsea', 'ZX8 8AL', 0, 0, null, null);
insert into domestic_incident values ('DI/100156', '2026-04-02', '20:30:00', '2026-04-02', 'standard', 'Shouting and things broken in the kitchen; one party pushed against a door.', 'arrest; conditional bail');
insert into domestic_incident_person values ('DI/100156', 'NM100156', 'victim');
insert into nominal values ('NM100157', 'Al-Hassan', 'Mohammed', '1981-01-01', 'male', '1998/9900208L', null, null);
insert into nominal_address values ('NM100157', '12 Granary Road', 'Marlsea', 'ZX8 3FN', 0, 0, null, null);
insert into crime values ('CR/100157/A', '2024-12-07', '11:10:00', '2024-12-07', 'Criminal damage', 'In a shop; goods worth under £50.', 'released under investigation');
insert into crime_person values ('CR/100157/A', 'NM100157', 'suspect');
