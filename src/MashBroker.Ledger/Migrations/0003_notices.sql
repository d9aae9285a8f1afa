-- What operations staff must see to: plain sentences, no personal data.
create table notices (
    subject text not null,
    text text not null,
    raised_at text not null,
    primary key (subject, text)
) strict;
