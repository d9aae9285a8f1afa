using MashBroker.Contracts.Contacts;

namespace MashBroker.Testing.Leaks;

/// <summary>Harmless texts of the second set: longer, in the voice of social workers and of records.</summary>
public sealed class SecondHarmless(int seed)
{
    private static readonly string[] Openings =
    [
        "{c} ({a} years) is said to be left in charge of a toddler.",
        "Concern that {c} is being harmed emotionally and physically by the adults at home.",
        "Summary for agencies: alleged neglect of three children.",
        "{c}, aged {a}, arrived at the walk-in centre with a burn to the hand; the account given did not fit the injury.",
        "Since the summer {c} has become quiet, thin and reluctant to change for PE.",
        "The household consists of {m}, {m}'s partner, {c} and a baby of ten weeks.",
        "Adults in the home drink heavily and there are frequent parties.",
        "It is alleged that {m} slapped {c} outside a supermarket on 14/10/2026 at about 4.15pm.",
        "{c} is believed to be carrying a knife and to run errands for older youths.",
        "Possible trafficking: {c} arrived from abroad in the spring with an adult who is not related.",
        "The baby was shaken, according to {m}'s own account to the GP.",
        "{m} disclosed to the midwife that her husband has threatened to kill her.",
    ];

    private static readonly string[] Middles =
    [
        "Maternal grandmother has parental responsibility under a special guardianship order.",
        "Children's services in another area closed the case in 2022.",
        "The school reports attendance of 61 per cent.",
        "A neighbour dispute is recorded by housing; it is thought to have been settled.",
        "{c} stays with an aunt in the holidays.",
        "{m} was herself in care as a child.",
        "Dad's whereabouts are not known; he may be sleeping rough.",
        "The GP practice has prescribed sertraline since February.",
        "The children said: 'we get ourselves up and make our own tea'.",
        "{c} wrote \"I hate my life\" in an exercise book.",
        "Utilities have been cut off twice, most recently on 2 September.",
        "Police hold two markers for weapons at the address.",
        "There is a history of fire-setting.",
        "{m} hopes to move to a bigger home; she may be offered one by Christmas.",
        "Nursery staff will monitor and mark attendance each day.",
        "The family dog, a Staffordshire cross, is kept in the yard.",
        "{c} has asthma, an inhaler and a review due on 9 January.",
        "Benefits were sanctioned and the family uses a food bank.",
        "Both children are on the caseload of the health visiting team.",
        "Older brother was sentenced at the youth court in April.",
        "The flat was dirty, with mould on the walls and a broken front door.",
        "{m} denies that anybody else lives there, though men's clothes were seen.",
        "{c}'s teacher, Miss Okoro, keeps a log.",
        "No concerns were noted at the last dental check.",
        "Grandparents abroad are supportive by telephone.",
        "{c} attends the youth club at the community hall on Wednesdays.",
        "A taxi brings {c} to a special school.",
        "The stepfather works as a delivery driver and is away overnight.",
        "The landlord has been asked to mend the boiler.",
        "Reference EHM-2231, NHS 999 123 4567, UPN A999400116001.",
    ];

    private static readonly string[] Endings =
    [
        "Agencies are asked for what they hold in the last three years.",
        "Please share any domestic incidents, with dates and grading.",
        "What are the strengths of this family, and what support is in place?",
        "Has {c} been seen alone, and what did {c} say?",
        "Please do not contact the family before the strategy discussion.",
        "Return by noon; the duty manager's number is 0151 496 0100.",
        "A view is sought on whether the threshold of significant harm is met.",
        "Is any professional worried about {m}'s mental health?",
        "Immediate safety plan: {c} remains on the ward tonight.",
        "",
    ];

    private readonly Random _chance = new(seed);

    public IEnumerable<LeakCase> Take(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var family = SecondFamilies.One(_chance, hidden: _chance.Next(5) == 0) with
            {
                Kind = _chance.Next(3) == 0 ? ReferrerKind.Professional : ReferrerKind.MemberOfPublic,
            };
            var middles = Enumerable.Range(0, _chance.Next(1, 5)).Select(_ => Middles[_chance.Next(Middles.Length)]);
            string[] sentences = [Pick(Openings), .. middles, Pick(Endings)];
            var text = string.Join(' ', sentences)
                .Replace("{c}", family.Child, StringComparison.Ordinal)
                .Replace("{m}", family.Mother, StringComparison.Ordinal)
                .Replace("{a}", "eight", StringComparison.Ordinal);
            yield return new LeakCase("harmless", family.Contact("Concern."), text.Trim());
        }
    }

    private string Pick(string[] from) => from[_chance.Next(from.Length)];
}
