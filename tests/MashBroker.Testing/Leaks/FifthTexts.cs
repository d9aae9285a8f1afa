namespace MashBroker.Testing.Leaks;

/// <summary>
/// A last, small set, written when the check had been mended for all the others: what a person who reads against it would try.
/// C is the child, M the mother.
/// </summary>
public sealed class FifthTexts(int seed)
{
    private static readonly (string Role, string Text)[] Tells =
    [
        ("Neighbour", "The occupier of the adjacent property sounded the alarm."),
        ("Neighbour", "A retired couple nearby are at a loss what to do."),
        ("Neighbour", "She sees them from the kitchen sink every night."),
        ("Neighbour", "This came via a person whose garden meets theirs."),
        ("Neighbour", "The gentleman in the flat beneath hears C being dragged."),
        ("Neighbour", "I would rather stay in the background."),
        ("Neighbour", "No professional was involved in making the referral; a local woman was."),
        ("Neighbour", "Reported anonymously online at 03:10."),
        ("Paternal grandmother", "Dad's mum is scared for the baby."),
        ("Paternal grandmother", "His nan rang in tears."),
        ("Maternal grandfather", "M's father says he will take C in."),
        ("Aunt", "Mum's twin sister noticed burns at the weekend."),
        ("Uncle", "The children's uncle asked that we act."),
        ("Mother-in-law", "Her mother-in-law says that C is locked out."),
        ("Godmother", "C's godmother wants something done."),
        ("Friend", "A school friend of M's told us over coffee."),
        ("Childminder", "The lady who minds C has kept a log of bruises."),
        ("Football coach", "The team manager at under-eights saw him limp."),
        ("Choir leader", "Somebody from choir noticed that C has no shoes."),
        ("Landlord", "The property's owner told us he found faeces."),
        ("Postman", "The man who brings the post saw C at the window."),
        ("Barber", "The barber noticed burns on his scalp."),
        ("Shop worker", "A woman who works in the bakery says C begs for bread."),
        ("Colleague of mother", "A workmate of M's is frightened for her."),
        ("School parent", "One of the mums from the school run is very concerned."),
        ("Carer", "Mum's home help told us that C does the cooking."),
    ];

    private static readonly string[] Nothing =
    [
        "12/09: C presented at the walk-in centre with a burn to the left hand; mother said that it was the iron.",
        "The consultant saw C on 3 August and was not concerned about growth.",
        "C's maternal aunt cares for two of the siblings under a special guardianship order.",
        "A neighbour is believed to sell cannabis to the father.",
        "Grandmother attends every review meeting.",
        "M's mother has dementia and lives in a care home.",
        "School reports that C's behaviour has changed since Easter.",
        "M told her key worker that she relapsed in May.",
        "Her uncle is a registered sex offender.",
        "C says that his dad threw a chair.",
        "Officers spoke to C on his own, and he was frightened.",
        "The father works as a taxi driver and is away at night.",
        "The landlord has not mended the boiler since autumn.",
        "C was seen by the optician and needs glasses.",
        "The mother is anxious and does not leave the house.",
        "There is no record that C is registered with a dentist.",
        "Attendance is 82 per cent; 14 late marks.",
        "An older cousin is said to have given her a telephone.",
        "C goes to Beavers on Tuesdays and to church with her nan.",
        "The health visitor asked for a hearing test.",
        "Mark on cheek, 2 by 3 cm, seen by the nursery on 8 October.",
        "Father's partner is pregnant and due in May.",
        "He was given a caution in 2023 for common assault.",
        "Bruising was noticed when C changed for games, and the teacher asked about it.",
        "The family moved three times in one year.",
        "M feels that nobody listens to her.",
        "C has been found in cars with older men.",
        "The tenancy is in the name of the grandfather.",
        "Is C known to the youth justice service?",
    ];

    private readonly Random _chance = new(seed);

    public IEnumerable<LeakCase> Traps(int count) =>
        Enumerable
            .Range(0, count)
            .Select(i =>
            {
                var (role, text) = Tells[i % Tells.Length];
                var family = FourthFamilies.One(_chance, role, hidden: false);
                return Case(role, family, [text, FourthFamilies.Of(_chance, Nothing)]);
            });

    public IEnumerable<LeakCase> Harmless(int count) =>
        Enumerable
            .Range(0, count)
            .Select(i =>
            {
                var family = FourthFamilies.One(_chance, "Swimming teacher", hidden: i % 3 == 0);
                return Case("harmless", family, [Nothing[i % Nothing.Length], FourthFamilies.Of(_chance, Nothing)]);
            });

    private static LeakCase Case(string sort, LeakFamily family, string[] sentences) =>
        new(
            sort,
            family.Contact("Concern."),
            string.Join(
                ' ',
                string.Join(' ', sentences.Distinct())
                    .Split(' ')
                    .Select(word =>
                        word switch
                        {
                            "C" or "C's" => family.Child + word[1..],
                            "M" or "M's" => family.Mother + word[1..],
                            _ => word,
                        }
                    )
            )
        );
}
