using System.Globalization;
using MashBroker.Contracts.Contacts;

namespace MashBroker.Testing.Leaks;

/// <summary>
/// Texts of the sixth set that tell nothing: near misses of kin who did not refer, of other people's numbers, streets and names, and
/// of common words that are also names.
/// </summary>
public sealed class SixthHarmless(int seed)
{
    private static readonly string[] Schools =
    [
        "Hollin Bank Academy",
        "St Brannock's Primary",
        "Eastmoor High",
        "Ysgol Bryn Teg",
    ];
    private static readonly string[] Surgeries =
    [
        "Castle Mead Surgery",
        "Dr Abara's surgery",
        "the Quays Health Centre",
    ];
    private static readonly string[] Streets = ["Garner Street", "Mill Brow", "Coronation Parade", "Pembroke Drive"];
    private static readonly string[] Cars =
    [
        "a grey Corsa",
        "a white Transit",
        "a blue Fiesta, part index KX19",
        "a black Golf",
    ];
    private static readonly string[] Brothers = ["Leo", "Ibrahim", "Mason", "Tomos", "Kacper"];

    private static readonly string[] Workers =
    [
        "Ms Adair, health visitor",
        "Mr Tunstall, head of year",
        "Dr Ekwueme, paediatrician",
        "PC 4471 Rigby",
        "Sunita Rao, family support worker",
        "the named nurse, J. Pascoe",
        "Mrs Ollerenshaw, designated safeguarding lead",
        "Gareth Pugh of the youth justice team",
        "the midwife, Helen Stott",
    ];

    private static readonly (string Kin, string Text)[] Relatives =
    [
        ("mother's parents", "MGM"),
        ("mother's parents", "{C}'s maternal grandmother"),
        ("mother's parents", "nan"),
        ("father's parents", "PGF"),
        ("father's parents", "{C}'s paternal grandmother"),
        ("father's parents", "grandad on dad's side"),
        ("elders", "a great-grandmother"),
        ("mother's siblings", "{M}'s sister"),
        ("mother's siblings", "a maternal aunt"),
        ("father's siblings", "an uncle on the father's side"),
        ("siblings", "{C}'s older sister"),
        ("cousins", "an adult cousin"),
        ("ex", "{M}'s ex-partner"),
        ("friends", "a friend of {M}'s"),
        ("godparents", "a godmother"),
        ("minders", "a childminder"),
    ];

    private static readonly string[] OfRelatives =
    [
        "{rel} died in {month} and {M} has been low since.",
        "{C} stays with {rel} on alternate weekends.",
        "{rel} has been in hospital since {date}.",
        "{rel} collects {C} from {school} on Mondays.",
        "{M} owes £{n}0 to {rel}.",
        "{rel} is not thought to know about the enquiry.",
        "Could {C} live with {rel} if need be?",
        "{rel} attended the conference on {date}.",
        "A viability assessment of {rel} was negative in 2024.",
        "{M} lived with {rel} on {street} until {month}.",
        "{rel} was convicted of theft in 2011.",
        "{C} drew a picture of {rel} and the dog.",
        "{M} and {rel} have not spoken since Christmas.",
        "{rel} told {worker} at the conference that {he} sleeps well there.",
    ];

    // Facts by what they speak of, for contacts of somebody else's telling.
    private static readonly (string Kin, string Text)[] Facts =
    [
        ("father", "Father is in HMP and is due for release in {month}."),
        ("father", "{C}'s father has parental responsibility; he was last seen on {date}."),
        ("father", "Dad works nights at the bakery on {street}."),
        ("father", "Step-mother attended the appointment on {date} with {C}."),
        ("landlord", "A section 21 notice was served by the landlord on {date}."),
        ("landlord", "The landlord has not mended the boiler in {n} weeks."),
        ("clubs", "{C} plays football on Saturdays and has missed {n} sessions."),
        ("clubs", "{He} was dropped from the team after a fight on {date}."),
        ("church", "The family attend church at Easter and Christmas only."),
        ("shops", "{C} was stopped for shoplifting at the Co-op on {street}."),
        ("work", "{M} lost her job at the warehouse in {month}."),
        ("drivers", "{C} gets a taxi to {school}, paid for by the authority."),
        ("neighbour", "{M} has been warned about noise by the housing association."),
        ("lodger", "A lodger moved out of the box room in {month}."),
        ("friends", "{M} was out with friends when the fire started."),
        ("parents", "Parents' evening on {date} was missed."),
        ("parents", "{C} has a best friend in class called {brother}."),
    ];

    private static readonly string[] Sentences =
    [
        "{worker}, reports that {C} was unkempt on {date}.",
        "{worker} referred on {date} and can be called on {tel}.",
        "Spoke with {worker} at {time}.",
        "{date}: {worker} visited, nobody in, card left.",
        "Attendance at {school} stands at {n} per cent.",
        "{school} rang {M} at {time}; no reply.",
        "School office: {tel}.",
        "Duty desk {tel}, out of hours 0300 555 0199.",
        "{C} is registered with {surgery}, last seen {date}.",
        "{surgery} has no record of the two-year check.",
        "Police log {ref} of {date} refers.",
        "Crime number {ref}/26; no further action.",
        "NHS number 943 476 5919; UPN H801200001{n}.",
        "{C} was found at {time} on {street} in pyjamas.",
        "The family moved from {street} in {month}.",
        "{M} was stopped in {car} without insurance.",
        "{car} was outside the home at {time}.",
        "{C} has a bruise of {n} mm over the left cheekbone.",
        "Mark on the left forearm, {n} mm across, not explained.",
        "May we ask for the weights and heights since birth?",
        "May half-term fell before the injury.",
        "Will the practice say whether {M} collects her scripts?",
        "The gas bill of £{n}4 has not been paid.",
        "{C} will be {age} in {month}.",
        "Grace is being given on the arrears until {month}.",
        "By dawn on {date} all three children had been found.",
        "A rose bush hides the broken gate.",
        "The price of formula has been an issue for {M}.",
        "{C} is too young to be left and cannot cook for {him}self.",
        "{He} was seen in the wood behind {school} at {time}.",
        "{M} cannot cook and there is no cooker.",
        "A young woman of about {n} answered the door to officers.",
        "Child A, aged {age}, and her brother {brother} were seen alone by {worker}.",
        "{brother}, aged {age}, is on a plan in another borough.",
        "{C} told {his} class teacher that {he} is hungry at weekends.",
        "{C} said to {worker}: \"I don't like it when mum shouts.\"",
        "{M} told the health visitor that she feels down.",
        "{M} says that she smacks {C} 'only on the hand'.",
        "{M}'s new partner gave a false date of birth to police.",
        "An ambulance was called by {M} at {time}.",
        "999 call from {M}'s own mobile at {time}; line dropped.",
        "{M} has changed her mobile three times this year.",
        "{M}'s e-mail bounced; a letter was sent on {date}.",
        "Child seen and spoken to alone by {worker} on {date}.",
        "Previous referral of {date} from {school} led to early help.",
        "The referral of {date} was made by {worker}.",
        "Concern came from {school} after {C} fell asleep in class.",
        "Ambulance crew raised a concern about the state of the flat.",
        "Probation rang on {date} to say that the order has ended.",
        "Anonymised chronology is attached for the panel of {date}.",
        "Please send any record of injuries since {month} by {time} on {date}.",
        "What is your view of the risk, and has it changed since {month}?",
        "Do you hold any report of domestic abuse between {month} and now?",
        "Is {C} known to CAMHS, and when was {he} last seen?",
        "Please say who has parental responsibility, if you know.",
        "Outcome: section 17 assessment, allocated to {worker}.",
        "Thank you for your reply; we had no need to go further.",
        "Your information of {date} helped us to decide.",
        "Strategy discussion held {date} at {time} with {worker}.",
        "Medical at the hospital on {date}, {time}, with {worker}.",
        "Home conditions: mould, no bedding, {n} bin bags in the kitchen.",
        "There were {n} empty cans and a crack pipe in the bathroom.",
        "The heating was off and it was {age} degrees indoors.",
        "The flat is on the second floor and the window has no catch.",
        "Door damaged; the council made it safe on {date}.",
        "{C} is on the ninth centile for weight and the second for height.",
        "Immunisations: none since {month}.",
        "{C} has been seen vaping at the bus stop on {street}.",
        "{C} was missing for {n} hours and was found by PC 2093 at {time}.",
        "{He} has {n} pounds in cash and a second phone.",
        "A man known as 'Biggs' has been giving {him} lifts in {car}.",
        "{M} is pregnant, due in {month}, booked late at 23 weeks.",
        "{M} scored {age} on the depression scale.",
        "{M} tested positive for cocaine on {date}.",
        "Interpreter needed: Tigrinya or Polish.",
        "English is not {M}'s first language.",
        "{C} wears hearing aids and sees a teacher of the deaf.",
        "{C} is on the number {n} bus by {time} each day.",
        "{C}'s bedroom holds a mattress and a television.",
        "The dog is a bull breed and is kept in the kitchen.",
        "Fire service visited {street} on {date}; two alarms fitted.",
        "Housing officer notes rent arrears of £{n}8.15.",
        "Universal Credit was stopped in {month}.",
        "The nursery place ended when fees of £{n}0 were not paid.",
        "Free school meals agreed from {date}.",
        "{C} was excluded for {age} days for carrying a blade.",
        "{school} has sent {n} letters home without an answer.",
        "{M} cancelled the appointment of {date} at {time}.",
        "No further action in 2019; early help closed in {month} 2022.",
        "The parents have separated and share the care of {C}.",
        "{C} appeared well dressed and cheerful when seen.",
        "Health visitor has no concerns about feeding.",
        "It is not known who else lives in the home.",
        "{M}'s new mobile is 07911 {n}4{n}7.",
        "A burglary was reported at {n} {street}, LS99 4ZZ.",
        "Replies to duty.desk@childrenshub.example by {date}.",
        "Sunita Rao can be reached at s.rao@earlyhelp.example.",
        "A neighbouring authority holds the earlier file.",
        "{C} waits in the room next door to the school office until {time}.",
        "{M} attends Narcotics Anonymous on Tuesdays.",
        "{M} was offered a refuge place in {month} and declined it.",
        "{M} told us herself that she drinks at weekends.",
        "The source of the fire was a chip pan.",
        "{C} sleeps upstairs with the baby.",
        "{C} said that {he} is nobody's friend.",
        "{M} hides from callers and keeps the curtains drawn.",
        "Adults in the home: {M} and one other, name not known.",
    ];

    private readonly Random _chance = new(seed);

    public IEnumerable<LeakCase> Take(int count)
    {
        for (var i = 0; i < count; i++)
        {
            yield return i % 25 == 0 ? Professional() : Note();
        }
    }

    private LeakCase Note()
    {
        var role = SixthFamilies.Of(_chance, SixthRoles.All);
        var family = SixthFamilies.One(_chance, role.Role, role.Woman, hidden: _chance.Next(4) == 0);
        var notes = Enumerable.Range(0, 1 + _chance.Next(4)).Select(_ => Note(_chance, role.Kin)).Distinct();
        var text = string.Join(_chance.Next(5) == 0 ? '\n' : ' ', notes);
        // The family's own address is known to all who are asked.
        var home = _chance.Next(20) == 0 ? $" Home address: {family.Facts.Home}." : "";
        return new LeakCase("harmless", family.Facts.Contact("Concern."), family.Fill(text) + home);
    }

    // Who refers for their work is named, with the number to ring back.
    private LeakCase Professional()
    {
        var role = SixthFamilies.Of(_chance, ["Health visitor", "Class teacher", "Midwife", "General practitioner"]);
        var family = SixthFamilies.One(_chance, role, woman: null, hidden: false);
        var (name, tel) = ($"{family.Facts.Given} {family.Facts.Family}", family.Facts.Telephone);
        var text = SixthFamilies.Of(
            _chance,
            [
                $"Referred by {name}, {role.ToLowerInvariant()}.",
                $"{name} ({role.ToLowerInvariant()}, {tel}) is worried about {{C}}'s weight.",
                $"Please ring {name} on {tel} about the visit.",
            ]
        );
        var contact = (family.Facts with { Kind = ReferrerKind.Professional }).Contact("Concern.");
        return new LeakCase("professional named", contact, family.Fill($"{text} {Note(_chance, "none")}"));
    }

    /// <summary>A sentence that speaks of nobody of this kin; the family's own marks are left to be filled.</summary>
    internal static string Note(Random chance, string kin)
    {
        var text = chance.Next(8) switch
        {
            0 => Of(chance, OfRelatives)
                .Replace(
                    "{rel}",
                    Of(chance, [.. Relatives.Where(one => one.Kin != kin)]).Text,
                    StringComparison.Ordinal
                ),
            1 => Of(chance, [.. Facts.Where(one => one.Kin != kin)]).Text,
            _ => Of(chance, Sentences),
        };
        text = Slots(text, chance);
        return text[0] == '{' ? text : char.ToUpperInvariant(text[0]) + text[1..];
    }

    private static string Slots(string text, Random chance)
    {
        var day = new DateOnly(2026, 1, 5).AddDays(chance.Next(300));
        return text.Replace("{worker},", Of(chance, Workers) + ",", StringComparison.Ordinal)
            .Replace("{worker}", Of(chance, Workers).Split(", ")[0], StringComparison.Ordinal)
            .Replace("{school}", Of(chance, Schools), StringComparison.Ordinal)
            .Replace("{surgery}", Of(chance, Surgeries), StringComparison.Ordinal)
            .Replace("{street}", Of(chance, Streets), StringComparison.Ordinal)
            .Replace("{car}", Of(chance, Cars), StringComparison.Ordinal)
            .Replace("{brother}", Of(chance, Brothers), StringComparison.Ordinal)
            .Replace("{tel}", Of(chance, ["01632 555 210", "0115 555 3344", "020 7555 0162"]), StringComparison.Ordinal)
            .Replace("{ref}", Of(chance, ["0412", "1187", "0093"]), StringComparison.Ordinal)
            .Replace("{month}", day.ToString("MMMM", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{date}", day.ToString(Of(chance, ["d MMMM", "dd/MM/yy", "d MMM"]), CultureInfo.InvariantCulture))
            .Replace("{time}", $"{chance.Next(8, 20)}:{chance.Next(6)}5", StringComparison.Ordinal)
            .Replace("{age}", chance.Next(2, 17).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{n}", chance.Next(17, 96).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    private static T Of<T>(Random chance, IReadOnlyList<T> all) => SixthFamilies.Of(chance, all);
}
