-- How a contact ended that no multi-agency enquiry was made of: a code of the hub's own outcomes. Null while it is open, where an
-- enquiry was made of it (whose outcome is the enquiry's), and for hubs that record a reason only.
alter table contacts add column outcome text null;

-- Who oversees what the outcome leads to, by role and name, where the hub's rules ask for somebody.
alter table contacts add column overseen_by text null;

-- Level of need by the judgement of the person who rated or decided, 1 to 4; the referrer's own stands in the content.
alter table contacts add column level_of_need integer null;

-- Somebody asked about thresholds. There is no child in it and no contact beside it. Codes and times stand clear, for figures; who
-- asked and the note are in content, under the key of their day.
create table consultations (
    reference text not null primary key,
    asked_at text not null,
    written_at text not null,
    asker_kind text not null,
    topic text not null,
    level_of_need integer null,
    advice text not null,
    recorded_by text not null,
    recorded_role text not null,
    content blob not null
) strict;

create index consultations_by_time on consultations (asked_at);
