-- Sample extract of an adult social care case-management system. Everybody in it is invented: see ../../samples/families.json.
-- Written by tests/MashBroker.Testing/AdultServices/AdultServicesSample.cs; do not edit by hand.
create table person (
    person_id varchar(20) primary key,
    family_name varchar(100) not null,
    given_name varchar(100) not null,
    previous_family_name varchar(100),
    known_as varchar(100),
    date_of_birth date,
    gender varchar(20),
    nhs_number varchar(12),
    telephone varchar(30),
    address_line varchar(200),
    town varchar(100),
    postcode varchar(10),
    no_fixed_address int not null,
    address_protected int not null,
    lives_with varchar(400) -- names parted by semicolons
);
create table open_event (
    event_id varchar(20) primary key,
    person_id varchar(20) not null references person,
    event_type varchar(20) not null, -- Request, Assessment, Service, Review
    started_on date not null,
    ended_on date, -- an ended event is not returned
    primary_support_reason varchar(100),
    description varchar(1000),
    team varchar(100)
);
create table safeguarding_enquiry (
    enquiry_id varchar(20) primary key,
    person_id varchar(20) not null references person,
    opened_on date not null,
    closed_on date,
    kind_of_abuse varchar(100),
    circumstances varchar(1000),
    risk_remains varchar(100), -- remains, reduced, removed
    outcome varchar(200)
);
create table carer (
    carer_id varchar(20) primary key,
    person_id varchar(20) not null references person, -- the carer
    cares_for varchar(200),
    assessed_on date,
    support varchar(1000)
);
insert into person values ('AS40101', 'Marsden', 'Kerry', null, null, '1990-05-28', 'female', '9991002960', '07700 900102', '7 Whinfield Close', 'Marlsea', 'ZX1 2NQ', 0, 0, 'Ellie Marsden; Ella Marsden');
insert into open_event values ('EV40101-1', 'AS40101', 'Service', '2026-02-18', null, 'Social support: substance misuse', 'Support with daily living twice a week.', 'Formwick Locality Team');
insert into open_event values ('EV40101-0', 'AS40101', 'Assessment', '2025-08-02', '2025-09-21', 'Social support: substance misuse', 'Assessment that ended without services.', 'Formwick Locality Team');
insert into person values ('AS40102', 'Pike', 'Tracey', null, null, '1981-09-14', 'female', '9991005927', '07700 900103', '3 Furnace Lane', 'Marlsea', 'ZX2 6PL', 0, 0, 'Anthony Pike; Lucy Pike; Anthony Pike');
insert into open_event values ('EV40102-1', 'AS40102', 'Service', '2026-05-18', null, 'Learning disability support', 'Low mood and little sleep; finds the care of the children hard at times.', 'Formwick Locality Team');
insert into open_event values ('EV40102-0', 'AS40102', 'Assessment', '2025-10-30', '2025-12-19', 'Learning disability support', 'Assessment that ended without services.', 'Formwick Locality Team');
insert into carer values ('CA40102', 'AS40102', 'an elderly parent', '2025-07-17', 'Assessment offered and declined.');
insert into person values ('AS40103', 'Fallon', 'Bridget', null, null, '1986-08-19', 'female', '9991008888', '07700 900105', '22 Cooper''s Row', 'Marlsea', 'ZX4 3EJ', 0, 0, null);
insert into open_event values ('EV40103-1', 'AS40103', 'Review', '2026-08-15', null, 'Physical support', 'Awaits a review of medication.', 'Hospital Discharge Team');
insert into open_event values ('EV40103-0', 'AS40103', 'Assessment', '2026-01-27', '2026-03-18', 'Physical support', 'Assessment that ended without services.', 'Hospital Discharge Team');
insert into safeguarding_enquiry values ('SG40103', 'AS40103', '2026-08-24', null, 'financial abuse', 'Said that a relative shouts and takes the telephone away.', null, null);
insert into person values ('AS40104', 'Dyer', 'Samantha', null, null, '1993-11-01', 'female', '9991011102', '07700 900107', 'Harbour Lodge, 1 Undisclosed Court', 'Formwick', 'ZX9 9ZZ', 0, 1, 'Leah Dyer; Noah Dyer');
insert into open_event values ('EV40104-1', 'AS40104', 'Request', '2024-11-15', null, 'Mental health support', 'Says that drinking has increased since the summer.', 'Marlsea Adult Mental Health');
insert into open_event values ('EV40104-0', 'AS40104', 'Assessment', '2024-04-29', '2024-06-18', 'Mental health support', 'Assessment that ended without services.', 'Marlsea Adult Mental Health');
insert into safeguarding_enquiry values ('SG40104', 'AS40104', '2025-10-04', null, 'domestic abuse', 'Benefits were collected by somebody else.', null, null);
insert into person values ('AS40105', 'Tasker', 'Gail', null, null, '1982-02-22', 'female', '9991013695', null, null, null, null, 1, 0, null);
insert into open_event values ('EV40105-1', 'AS40105', 'Request', '2025-02-12', null, 'Social support: substance misuse', 'Support with daily living twice a week.', 'Marlsea Adult Mental Health');
insert into open_event values ('EV40105-0', 'AS40105', 'Assessment', '2024-07-27', '2024-09-15', 'Social support: substance misuse', 'Assessment that ended without services.', 'Marlsea Adult Mental Health');
insert into person values ('AS40106', 'O''Connor', 'Neve', null, null, '1988-09-27', 'female', '9991014802', '07700 900109', '11 St Brannoc''s Walk', 'Marlsea', 'ZX6 5GT', 0, 0, 'Saoirse O''Connor-D''Arcy; Conor O''Connor-D''Arcy');
insert into open_event values ('EV40106-1', 'AS40106', 'Assessment', '2025-05-12', null, 'Learning disability support', 'Awaits a review of medication.', 'Formwick Locality Team');
insert into open_event values ('EV40106-0', 'AS40106', 'Assessment', '2024-10-24', '2024-12-13', 'Learning disability support', 'Assessment that ended without services.', 'Formwick Locality Team');
insert into person values ('AS40107', 'Lefevre', 'Renee', null, null, '1985-05-16', 'female', '9991015914', '07700 900110', '30 Viaduct Street', 'Marlsea', 'ZX7 1CE', 0, 0, 'Zoë Lefèvre; André Lefèvre');
insert into open_event values ('EV40107-1', 'AS40107', 'Service', '2025-08-10', null, 'Learning disability support', 'Says that drinking has increased since the summer.', 'Formwick Locality Team');
insert into open_event values ('EV40107-0', 'AS40107', 'Assessment', '2025-01-22', '2025-03-13', 'Learning disability support', 'Assessment that ended without services.', 'Formwick Locality Team');
insert into carer values ('CA40107', 'AS40107', 'a partner', '2025-02-02', 'Carer''s assessment done; respite of four hours a week.');
insert into person values ('AS40108', 'Kovalenko', 'Oksana', null, null, '1987-07-15', 'female', '9992017023', '07700 900111', '4 Beacon Court', 'Marlsea', 'ZX7 9MU', 0, 0, 'Максим Коваленко; Софія Коваленко');
insert into open_event values ('EV40108-1', 'AS40108', 'Service', '2025-11-07', null, 'Physical support', 'Support with daily living twice a week.', 'Hospital Discharge Team');
insert into open_event values ('EV40108-0', 'AS40108', 'Assessment', '2025-04-21', '2025-06-10', 'Physical support', 'Assessment that ended without services.', 'Hospital Discharge Team');
insert into person values ('AS40109', 'Alhassan', 'Muhammad', null, null, '1983-01-01', 'male', '9991018506', '07700 900112', '66 Granary Road', 'Marlsea', 'ZX8 3FN', 0, 0, 'يوسف الحسن; مريم الحسن; مروة الحسن');
insert into open_event values ('EV40109-1', 'AS40109', 'Review', '2026-02-04', null, 'Mental health support', 'Low mood and little sleep; finds the care of the children hard at times.', 'Hospital Discharge Team');
insert into open_event values ('EV40109-0', 'AS40109', 'Assessment', '2025-07-19', '2025-09-07', 'Mental health support', 'Assessment that ended without services.', 'Hospital Discharge Team');
insert into person values ('AS40110', 'ap Rhys', 'Llyr', null, null, '1980-10-31', 'male', '9991020357', '07700 900114', '27 Pen-y-Bryn Avenue', 'Marlsea', 'ZX2 9DH', 0, 0, 'Gwenllïan ap Rhys');
insert into open_event values ('EV40110-1', 'AS40110', 'Review', '2025-06-26', null, 'Social support: substance misuse', 'Says that drinking has increased since the summer.', 'Formwick Locality Team');
insert into open_event values ('EV40110-0', 'AS40110', 'Assessment', '2024-12-08', '2025-01-27', 'Social support: substance misuse', 'Assessment that ended without services.', 'Formwick Locality Team');
insert into carer values ('CA40110', 'AS40110', 'a partner', '2025-09-10', 'Assessment offered and declined.');
insert into person values ('AS40111', 'Kinsella', 'Stacey', null, null, '1989-07-19', 'female', '9991021833', '07700 900115', '101 Station Approach', 'Marlsea', 'ZX3 6UV', 0, 0, 'Ruby Kinsella; Callum Kinsella; Darren Kinsella');
insert into open_event values ('EV40111-1', 'AS40111', 'Review', '2025-03-29', null, 'Mental health support', 'Low mood and little sleep; finds the care of the children hard at times.', 'Formwick Locality Team');
insert into open_event values ('EV40111-0', 'AS40111', 'Assessment', '2024-09-10', '2024-10-30', 'Mental health support', 'Assessment that ended without services.', 'Formwick Locality Team');
insert into person values ('AS40112', 'Foster', 'Helen', null, null, '1987-11-11', 'female', '9991022570', '07700 900116', '75 Meadowsweet Drive', 'Marlsea', 'ZX4 5JX', 0, 0, 'Archie Foster; Martin Foster');
insert into open_event values ('EV40112-1', 'AS40112', 'Service', '2024-12-30', null, 'Physical support', 'Support with daily living twice a week.', 'Marlsea Adult Mental Health');
insert into open_event values ('EV40112-0', 'AS40112', 'Assessment', '2024-06-13', '2024-08-02', 'Physical support', 'Assessment that ended without services.', 'Marlsea Adult Mental Health');
insert into person values ('AS40113', 'Mallory', 'Angela', null, null, '1983-02-02', 'female', '9991024050', '07700 900117', '33 Copperfield Street', 'Marlsea', 'ZX6 8ND', 0, 0, 'Grace Mallory; Stephen Mallory');
insert into open_event values ('EV40113-1', 'AS40113', 'Assessment', '2026-09-28', null, 'Learning disability support', 'Says that drinking has increased since the summer.', 'Marlsea Adult Mental Health');
insert into open_event values ('EV40113-0', 'AS40113', 'Assessment', '2026-03-12', '2026-05-01', 'Learning disability support', 'Assessment that ended without services.', 'Marlsea Adult Mental Health');
insert into carer values ('CA40113', 'AS40113', 'an elderly parent', '2026-05-13', 'Assessment offered and declined.');
insert into person values ('AS40114', 'Cartwright', 'Lorraine', null, null, '1985-09-09', 'female', '9991028129', '07700 900119', '5 Larch Road', 'Marlsea', 'ZX1 4BD', 0, 0, 'Chloe Cartwright; Charlie Cartwright; Charlotte Cartwright; Chase Cartwright; Cherry Cartwright');
insert into open_event values ('EV40114-1', 'AS40114', 'Service', '2026-06-17', null, 'Social support: substance misuse', 'Says that drinking has increased since the summer.', 'Formwick Locality Team');
insert into open_event values ('EV40114-0', 'AS40114', 'Assessment', '2025-11-29', '2026-01-18', 'Social support: substance misuse', 'Assessment that ended without services.', 'Formwick Locality Team');
insert into safeguarding_enquiry values ('SG40114', 'AS40114', '2026-02-16', '2026-04-17', 'psychological abuse', 'Benefits were collected by somebody else.', 'remains', 'person asked for no further action');
insert into person values ('AS40115', 'Tully', 'Maurine', null, null, '1957-07-07', 'female', '9991029230', '07700 900120', '40 Weaver''s Green', 'Marlsea', 'ZX5 4TH', 0, 0, 'Jayden Tully; Summer Reeve');
insert into open_event values ('EV40115-1', 'AS40115', 'Assessment', '2026-03-20', null, 'Mental health support', 'Awaits a review of medication.', 'Marlsea Adult Mental Health');
insert into open_event values ('EV40115-0', 'AS40115', 'Assessment', '2025-09-01', '2025-10-21', 'Mental health support', 'Assessment that ended without services.', 'Marlsea Adult Mental Health');
insert into carer values ('CA40115', 'AS40115', 'a brother', '2025-01-09', 'Carer''s assessment done; respite of four hours a week.');
insert into safeguarding_enquiry values ('SG40115', 'AS40115', '2025-06-15', null, 'financial abuse', 'Concern raised by a district nurse after a home visit.', null, null);
insert into person values ('AS40116', 'Tully', 'Gemma', null, null, '1994-10-20', 'female', '9991029605', null, null, null, null, 0, 0, null);
insert into open_event values ('EV40116-1', 'AS40116', 'Assessment', '2025-12-21', null, 'Physical support', 'Low mood and little sleep; finds the care of the children hard at times.', 'Marlsea Adult Mental Health');
insert into open_event values ('EV40116-0', 'AS40116', 'Assessment', '2025-06-04', '2025-07-24', 'Physical support', 'Assessment that ended without services.', 'Marlsea Adult Mental Health');
insert into person values ('AS40117', 'Bannister', 'Yvonne', null, null, '1978-05-05', 'female', '9991031081', '07700 900122', 'Flat 2, Dunlin House, Quay Street', 'Marlsea', 'ZX3 1AA', 0, 0, 'Kai Bannister');
insert into open_event values ('EV40117-1', 'AS40117', 'Request', '2025-09-23', null, 'Learning disability support', 'Support with daily living twice a week.', 'Hospital Discharge Team');
insert into open_event values ('EV40117-0', 'AS40117', 'Assessment', '2025-03-07', '2025-04-26', 'Learning disability support', 'Assessment that ended without services.', 'Hospital Discharge Team');
insert into person values ('AS40118', 'Ashdown', 'Vanessa', null, null, '1991-01-09', 'female', '9991032932', '07700 900124', '6 Lantern Hill', 'Marlsea', 'ZX9 4SB', 0, 0, 'Toby Ashdown');
insert into open_event values ('EV40118-1', 'AS40118', 'Assessment', '2025-06-12', null, 'Mental health support', 'Says that drinking has increased since the summer.', 'Marlsea Adult Mental Health');
insert into open_event values ('EV40118-0', 'AS40118', 'Assessment', '2024-11-24', '2025-01-13', 'Mental health support', 'Assessment that ended without services.', 'Marlsea Adult Mental Health');
insert into person values ('AS40119', 'Prentice', 'Hannah', null, null, '1971-12-11', 'female', null, null, '15 Cowslip Way', 'Marlsea', 'ZX9 6LN', 0, 0, null);
insert into open_event values ('EV40119-1', 'AS40119', 'Request', '2025-03-15', null, 'Physical support', 'Awaits a review of medication.', 'Hospital Discharge Team');
insert into open_event values ('EV40119-0', 'AS40119', 'Assessment', '2024-08-27', '2024-10-16', 'Physical support', 'Assessment that ended without services.', 'Hospital Discharge Team');
insert into person values ('AS40120', 'Al-Hassan', 'Mohammed', null, null, '1981-01-01', 'male', null, null, '12 Granary Road', 'Marlsea', 'ZX8 3FN', 0, 0, null);
insert into open_event values ('EV40120-1', 'AS40120', 'Assessment', '2026-08-24', null, 'Social support: substance misuse', 'Support with daily living twice a week.', 'Formwick Locality Team');
insert into open_event values ('EV40120-0', 'AS40120', 'Assessment', '2026-02-05', '2026-03-27', 'Social support: substance misuse', 'Assessment that ended without services.', 'Formwick Locality Team');
insert into person values ('AS40121', 'Tully', 'Maureen', null, null, '1987-07-07', 'female', '9991077332', null, '9 Weaver''s Green', 'Marlsea', 'ZX5 4TH', 0, 0, null);
insert into open_event values ('EV40121-1', 'AS40121', 'Service', '2024-11-24', null, 'Learning disability support', 'Low mood and little sleep; finds the care of the children hard at times.', 'Formwick Locality Team');
insert into open_event values ('EV40121-0', 'AS40121', 'Assessment', '2024-05-08', '2024-06-27', 'Learning disability support', 'Assessment that ended without services.', 'Formwick Locality Team');
