using MashBroker.Contracts;
using MashBroker.Rules;
using NUnit.Framework;

namespace MashBroker.Tests.Rules;

/// <summary>What may be told outside in somebody's own words says nothing of third parties, named or not.</summary>
internal sealed class ThirdPartyTellingTests
{
    private static readonly Subject Child = Somebody(
        "S1",
        SubjectRole.Child,
        "Ada",
        new DateOnly(2016, 2, 29),
        "3 Sample Row",
        "ZZ99 3VZ"
    );

    private static readonly Subject Uncle = Somebody(
        "S2",
        SubjectRole.OtherAdult,
        "Tom",
        new DateOnly(1979, 11, 5),
        "14 Invented Close",
        "ZZ99 9AB"
    );

    [TestCase("Her uncle is known to police for burglary.")]
    [TestCase("The uncle has convictions.")]
    [TestCase("Her Uncle’s bail conditions were looked at.")]
    [TestCase("Mum's boyfriend drinks.")]
    [TestCase("mums boyfriend has been in prison")]
    [TestCase("The stepfather was arrested last week.")]
    [TestCase("His step-father has a history of violence.")]
    [TestCase("The step dad is on probation.")]
    [TestCase("The mother's partner is a registered sex offender.")]
    [TestCase("The lodger deals drugs; drug dealing was seen.")]
    [TestCase("There is a lodger. He is on licence.")]
    [TestCase("Her brother is in a gang.")]
    [TestCase("An older half-brother was on a child protection plan.")]
    [TestCase("The mother has been diagnosed with depression.")]
    [TestCase("Mum is pregnant again.")]
    [TestCase("We have spoken to the mother. She is seeing a psychiatrist.")]
    [TestCase("We spoke to the father about his drinking.")]
    [TestCase("The father relapsed on heroin.")]
    [TestCase("Dad's visa has run out.")]
    [TestCase("The parents are waiting for the Home Office.")]
    [TestCase("Her aunt claimed asylum in May.")]
    [TestCase("The mother grew up in care.")]
    [TestCase("The grandmother was previously known to social care.")]
    [TestCase("Her older children were removed; the mother agreed.")]
    [TestCase("The father had a social worker of his own: he has a social worker still.")]
    [TestCase("The mother is a victim of domestic abuse.")]
    [TestCase("Her ex-partner strangled her.")]
    [TestCase("The mother moved to a refuge.")]
    [TestCase("The case of the father was heard at MARAC.")]
    [TestCase("A man living at the address is known to the police.")]
    [TestCase("Another adult in the home has schizophrenia.")]
    [TestCase("Somebody living in the house sells cannabis.")]
    [TestCase("There is no record of the uncle being known to police.")]
    [TestCase("The cousin stays there at weekends.\nKnown to police for theft.")]
    [TestCase("Mr Sample, who lives there, was cautioned.")]
    [TestCase("The family is known to police.")]
    [TestCase("Their household was previously known to services.")]
    [TestCase("Grandad has dementia.")]
    [TestCase("Her twin self-harms.")]
    [TestCase("The flatmate overstayed.")]
    [TestCase("The dad got eighteen months inside for GBH.")]
    [TestCase("His older brother sells pills at the park.")]
    [TestCase("Mum hasn't been taking her tablets and hears voices.")]
    [TestCase("Her nan drinks two bottles of wine a day.")]
    [TestCase("The man she lives with has been violent before.")]
    [TestCase("Her stepmum came on a lorry and has no papers.")]
    [TestCase("Mum's new bloke is on the register.")]
    [TestCase("The father may not stay in this country past June.")]
    [TestCase("Her mother tried to kill herself in March.")]
    [TestCase("The couple fight, and it is heard next door.")]
    [TestCase("Dad smacks her.")]
    [TestCase("Her brother was excluded for carrying a blade.")]
    [TestCase("The parents lost two children to care already.")]
    [TestCase("Mum used to inject.")]
    [TestCase("An adult at the property has a caution.")]
    [TestCase("His dad is banged up in Walton.")]
    [TestCase("mr hollis has previous for dv")]
    [TestCase("The household is well known to the cops.")]
    [TestCase("Her stepdad is a nonce.")]
    [TestCase("She has a brother in Feltham YOI.")]
    [TestCase("Mum's new fella has a record.")]
    [TestCase("The nan has MS.")]
    [TestCase("There have been 4 call-outs to this address this year.")]
    [TestCase("Her mother has split from him after he went for her.")]
    [TestCase("Her un-cle is kn0wn to police.")]
    [TestCase("He used to batter his last girlfriend.")]
    [TestCase("The teenager at number 8 has been nicked twice.")]
    [TestCase("dad and his new missus have been in nick")]
    [TestCase("He is on remand.")]
    [TestCase("She's done time.")]
    [TestCase("They were arrested on Friday.")]
    [TestCase("The neighbour is a smackhead.")]
    [TestCase("Her other half is off his meds.")]
    [TestCase("Dad is in p r i s o n.")]
    [TestCase("Mum is on the gear again and on crack.")]
    [TestCase("The guy she sees has form.")]
    [TestCase("The older son is in a secure unit.")]
    [TestCase("Grandad has Parkinson's.")]
    [TestCase("The d@d drinks.")]
    [TestCase("tom is on bail")]
    [TestCase("craig has been told")]
    [TestCase("Cr4ig has been told.")]
    [TestCase("We know of C r a i g.")]
    [TestCase("mark has been nicked")]
    [TestCase("Her stepdad knocks mum about.")]
    [TestCase("The chap lashed out at the door staff.")]
    public void Stops(string text) => Assert.That(Kinds(text), Is.EqualTo(new[] { LeakKind.ThirdParty }));

    [TestCase("We have spoken to the mother.")]
    [TestCase("We have spoken to the parents, and they agree to Early Help.")]
    [TestCase("The outcome is Early Help. A family support worker will call the parents this week.")]
    [TestCase("The mother has been told what was decided.")]
    [TestCase("Both parents came to the meeting and were thankful.")]
    [TestCase("The father will complain if nobody rings him.")]
    [TestCase("We have spoken to the mother. The child will be seen by the drug and alcohol service for young people.")]
    [TestCase("The grandmother will take the child to school.")]
    [TestCase("We asked the parents for their views and wrote them down.")]
    [TestCase("The outcome is an assessment under section 17. The parents know.")]
    [TestCase("The parents were told that it is a section 47 enquiry.")]
    [TestCase("The matter is with Early Help now. Please ring them if you learn more.")]
    [TestCase("Our partner agencies were asked; the police and the probation service answered.")]
    [TestCase("Partner agencies in mental health and in drug services have been told to expect you.")]
    [TestCase("A health visitor will call.")]
    [TestCase("You told us about your health, and we have asked your doctor to see you.")]
    [TestCase("We have offered you a place on the domestic abuse programme that you asked for.")]
    [TestCase("The child has been referred to mental health services.")]
    [TestCase("The young person was seen by the hospital's team and is safe.")]
    [TestCase("The young woman has a social worker.")]
    [TestCase("Adult social care has been told.")]
    [TestCase("The family has been offered support with the mornings.")]
    [TestCase("The family was told about the domestic abuse helpline.")]
    [TestCase("The young carers group meets on Tuesdays, and drugs are talked about there.")]
    [TestCase("Her mother tongue is Polish; a leaflet on alcohol comes in Polish too.")]
    [TestCase("No further action is taken. Thank you for telling us.")]
    [TestCase("We shall not tell you more than that the case is closed.")]
    [TestCase("The school nurse will weigh the child each month.")]
    [TestCase("Mum has a new telephone number, which we have.")]
    [TestCase("The parents' evening is on Monday. You can bring the letter about the drugs talk.")]
    [TestCase("Her brother will change to the same school.")]
    [TestCase("We met the mother. Our leaflet on alcohol was left in the waiting room.")]
    [TestCase("It is now with the district team. If you do not agree, turn to the team manager.")]
    [TestCase("The Local Family Wellbeing Centre will write to the parents.")]
    [TestCase("Mum and dad are grateful for your call.")]
    [TestCase("We have rung the father and will ring him again on Friday.")]
    [TestCase("The grandparents looked after her last week.")]
    [TestCase("The parents have agreed that the school may talk to us.")]
    [TestCase("The mother is happy with the plan. It begins on Monday.")]
    [TestCase("We could not reach the parents; a letter has gone out.")]
    [TestCase("The step-parents will be part of the meeting.")]
    [TestCase("The foster carer will collect her.")]
    [TestCase("The parents asked for help with housing and debts.")]
    [TestCase("The brother turns five in May.")]
    [TestCase("The father is learning English.")]
    [TestCase("The father's address is not known to us.")]
    [TestCase("The mother was hurt that nobody rang.")]
    [TestCase("The family's case is now closed.")]
    [TestCase("He has been seen by the school nurse and is well.")]
    [TestCase("She will have a key worker, and they will meet each week.")]
    [TestCase("They have been offered help.")]
    [TestCase("The mother has a record of the appointment.")]
    [TestCase("The father has a form to fill in and was given our previous letter.")]
    [TestCase("We shall write to the house next week.")]
    [TestCase("The police were told of the outcome.")]
    [TestCase("He has a social worker, who will see him on Friday.")]
    [TestCase("by telephone to the mother, who will tell the father")]
    [TestCase("in person at the school, with both parents")]
    [TestCase("Ms Sample of the school will talk to the mother.")]
    [TestCase("The mother went inside the school with her.")]
    [TestCase("We made a mark in the file, and the mark was taken out.")]
    [TestCase("The well-known drop-in at the library is open to parents.")]
    [TestCase("She is safe.")]
    [TestCase("The youth worker will talk about alcohol with the group.")]
    [TestCase("She had a detention at school and lashed out there.")]
    [TestCase("They stayed inside for the day.")]
    public void Lets_pass(string text) => Assert.That(Kinds(text), Is.Empty);

    [TestCase("He was born on 5 November 1979.")]
    [TestCase("He was born on the 5th of November 1979.")]
    [TestCase("Date of birth 05/11/1979.")]
    [TestCase("Date of birth 5.11.79.")]
    [TestCase("Born 1979-11-05.")]
    [TestCase("Born November 5, 1979.")]
    [TestCase("They have moved to 14 Invented Close.")]
    [TestCase("They have moved to Invented  Close.")]
    [TestCase("They have moved to ZZ999AB.")]
    public void Stops_at_a_birth_date_or_an_address_of_somebody_whom_it_does_not_concern(string text) =>
        Assert.That(Kinds(text), Is.EqualTo(new[] { LeakKind.PersonOfCase }));

    [TestCase("The child, born on 29 February 2016, lives at 3 Sample Row, ZZ99 3VZ.")]
    [TestCase("The meeting is on 5 November 2026.")]
    [TestCase("Ring us at 14 Other Road.")]
    public void Lets_dates_and_places_pass_that_are_nobody_elses(string text) => Assert.That(Kinds(text), Is.Empty);

    [Test]
    public void Says_where()
    {
        const string Text = "Thank you. Her uncle is known to police for burglary.";
        var finding = ThirdPartyTelling.Seek("text", Text, [Child, Uncle], [Child]).Single();

        Assert.That(Text.Substring(finding.Start, finding.Length), Is.EqualTo("uncle is known to police"));
    }

    [Test]
    public void What_the_hub_says_in_its_own_words_always_passes(
        [Values("hampshire", "northamptonshire", "havering", "sefton", "milton-keynes")] string hub
    )
    {
        var profile = HubProfiles.Load(hub);
        var texts = profile
            .Outcomes.Append(profile.NoEnquiry.AsOutcome)
            .SelectMany(outcome =>
                new[]
                {
                    FeedbackWords.ForFamily(profile, outcome),
                    FeedbackWords.ForReferrer(
                        profile,
                        outcome,
                        MashBroker.Contracts.Contacts.ReferrerKind.Professional
                    ),
                }
            );

        Assert.That(texts.Where(text => Kinds(text).Length > 0), Is.Empty);
    }

    private static readonly Subject[] Others =
    [
        Somebody("S3", SubjectRole.OtherAdult, "Craig", new DateOnly(1980, 1, 1), "7 Other Row", "ZZ99 1AA"),
        Somebody("S4", SubjectRole.OtherAdult, "Mark", new DateOnly(1981, 1, 1), "7 Other Row", "ZZ99 1AA"),
    ];

    private static LeakKind[] Kinds(string text) =>
        [
            .. ThirdPartyTelling
                .Seek("text", text, [Child, Uncle, .. Others], [Child])
                .Select(finding => finding.Kind)
                .Distinct(),
        ];

    private static Subject Somebody(
        string code,
        SubjectRole role,
        string given,
        DateOnly born,
        string line,
        string postcode
    ) =>
        new()
        {
            Code = code,
            Role = role,
            Names = [new PersonName { Given = given, Family = "Quillfeather" }],
            DateOfBirth = born,
            Addresses = [new Address { Lines = [line], Postcode = postcode }],
        };
}
