using System.Globalization;

namespace MashBroker.Testing.Leaks;

/// <summary>
/// A fourth set of texts that tell, written after the check had been mended for the third: each template with the role of whoever
/// referred. C is the child, M the mother, G and F the referrer's names.
/// </summary>
public sealed class FourthTraps(int seed)
{
    private static readonly string[] Around =
    [
        "{0}",
        "{0} The cot has no mattress and the nappies had not been changed.",
        "Two hospital visits this year, both for falls. {0}",
        "Concern is for neglect.\n{0}\nAge 6.",
        "School attendance is 58 per cent. {0} Nobody has seen the baby since August.",
    ];

    // Told by whom, as people put it who mean well.
    private static readonly (string Role, string Text)[] Told =
    [
        ("Neighbour", "A chap on the third floor heard a child begging not to be hit."),
        ("Neighbour", "The couple in the ground-floor flat have been kept awake by it."),
        ("Neighbour", "Whoever lives under them has kept recordings."),
        ("Neighbour", "They share a landing and the noise is unbearable."),
        ("Neighbour", "Her bathroom backs on to their kitchen, so every word carries."),
        ("Neighbour", "An elderly gentleman across the courtyard is alarmed by what goes on."),
        ("Neighbour", "While putting the recycling out she saw C on the roof."),
        ("Neighbour", "It can be heard with the television on, even with the windows shut."),
        ("Neighbour", "He has lived at the end of the cul-de-sac for thirty years and has never heard the like."),
        ("Neighbour", "One of the other households in the block got in touch."),
        ("Neighbour", "We moved in beside this family in spring."),
        ("Neighbour", "My lad plays with theirs."),
        ("Neighbour", "Recorded on a doorbell camera over the way."),
        ("Maternal grandmother", "M's mum cannot bear it any longer and wants C to come and live with her."),
        ("Maternal grandmother", "Nanny has had enough and asked for help."),
        ("Maternal grandmother", "Her daughter will not speak to her if she finds out."),
        ("Maternal grandmother", "C told her grandma, who passed it to us."),
        ("Paternal grandfather", "Grandad feels that the flat is not fit for a child."),
        ("Paternal grandfather", "His son has changed since meeting M, he tells us."),
        ("Step-grandmother", "Step-nan is fretting about the weekend."),
        ("Great-aunt", "Mum's auntie saw the state of the kitchen."),
        ("Aunt by marriage", "Her brother's wife spotted burns on both hands."),
        ("Uncle", "Mum's younger brother raised the alarm."),
        ("Cousin", "A cousin on the father's side wrote to the council."),
        ("Sister-in-law", "The children's uncle's wife is beside herself."),
        ("Friend of the mother", "M's closest pal is at the end of her tether with worry."),
        ("Friend of the mother", "She and M were bridesmaids for each other, and she is worried."),
        ("Former partner", "The man she left in January says she uses heroin."),
        ("Childminder", "The woman who has C three afternoons a week noticed weight loss."),
        ("Babysitter", "A teenage girl who sits for the family on Fridays found needles."),
        ("Swimming teacher", "In the changing room at lessons she saw welts."),
        ("Scout leader", "A helper at Beavers reports that C is never collected on time."),
        ("Boxing coach", "The bloke who trains him at the boxing club thinks he is starving."),
        ("Dance teacher", "Miss from dance class mentioned marks on her thighs."),
        ("Music tutor", "During a violin lesson at the house he witnessed a slap."),
        ("Church warden", "Someone in the pews on Sunday overheard M threatening C."),
        ("Imam", "The imam has raised this after Friday prayers."),
        ("Shop assistant", "The lass on the checkout sees C buying vodka."),
        ("Takeaway owner", "Staff at the kebab house have been giving C leftovers."),
        ("Bus driver", "The driver of the 42 says C rides till midnight."),
        ("Taxi driver", "A cabbie dropped M home drunk with C on her lap and was shocked."),
        ("Hairdresser", "She does M's colour every six weeks and has seen handprints on the neck."),
        ("Landlord", "The person who owns the flat let himself in and found C alone."),
        ("Letting agent", "On a routine inspection our informant found mould and a padlocked bedroom."),
        ("Plumber", "Somebody fixing the boiler saw C chained to a radiator."),
        ("Parcel courier", "The chap delivering parcels knocked and C answered naked."),
        ("Colleague of the father", "A lad he works shifts with is uneasy about his jokes."),
        ("Employer", "M's manager at the warehouse wants it looked into."),
        ("School parent", "Another mother at drop-off thinks C smells of urine."),
        ("School parent", "Their daughters are in the same form and she is anxious."),
        ("Online friend", "Somebody he games with online was told that C cuts himself."),
        ("Dog walker", "A woman exercising her spaniels found C in the woods at dawn."),
        ("Passer-by", "A motorist stopped because C was on the dual carriageway, then rang in."),
        ("Retired nurse", "As a former nurse, she recognised the burns."),
        ("Neighbour", "She would rather her name did not come into it."),
        ("Neighbour", "He begged that nothing leads back to his door."),
        ("Neighbour", "It was not a professional who got in touch."),
        ("Neighbour", "This has not come from an agency but from an ordinary person living close at hand."),
        ("Neighbour", "The lady was audibly tearful, sixty-odd, with a Geordie accent."),
        ("Neighbour", "Male voice, Polish accent, perhaps forty; would not say how he knows."),
        ("Neighbour", "Call taken 09:12; the gentleman hung up before giving a surname."),
        ("Neighbour", "Same person has telephoned four times since June."),
        ("Neighbour", "If M hears of this she will know straight away who it was."),
        ("Neighbour", "Do not go round before Thursday or it will be obvious who told."),
        ("Neighbour", "There is bad feeling between the two houses over a parking space."),
        ("Friend of the mother", "She would lose M's friendship if it came out."),
    ];

    private static readonly Func<LeakFamily, Random, string>[] Marks =
    [
        (f, _) => $"Spoke with {f.Given}.",
        (f, _) => $"Spoke with {f.Given[..1]}{f.Family}.",
        (f, _) => $"{f.Family}, {f.Given[..1]}. to be thanked.",
        (f, _) => $"Details from Ms {f.Family}.",
        (f, _) => $"Details from \"{f.Given.ToLowerInvariant()} {f.Family.ToLowerInvariant()}\".",
        (f, _) => $"Details from {string.Join('-', f.Family.Split(' ', '-')[^1].ToUpperInvariant().ToCharArray())}.",
        (f, _) =>
            $"Details from {f.Given.Replace('i', '1').Replace('o', '0').Replace('e', '3')} {f.Family.Replace('e', '3').Replace('a', '4')}.",
        (f, _) => $"Details from Mr {Doubled(f.Family)}.",
        (f, _) => $"See statement ({f.Given[..1]}.{f.Family[..1]}.).",
        (f, _) => $"{f.Given} {f.Family}'s recollection differs.",
        (f, _) => $"Cc {f.Given.ToUpperInvariant()}_{f.Family.ToUpperInvariant().Replace(' ', '_')}.",
        (f, _) => $"Tel {f.Telephone}.",
        (f, _) => $"Tel {f.Telephone.Replace(" ", "", StringComparison.Ordinal).Insert(3, ".").Insert(7, ".")}.",
        (f, _) => $"WhatsApp +44{f.Telephone[1..].Replace(" ", "", StringComparison.Ordinal)}.",
        (f, _) => $"Phone: {Words(f.Telephone)}.",
        (f, _) => $"Mobile finishing {f.Telephone[^4..]}.",
        (f, _) => $"Write {f.Email}.",
        (f, _) =>
            $"Write {f.Email.Replace("@", " at ", StringComparison.Ordinal).Replace(".", " dot ", StringComparison.Ordinal)}.",
        (f, _) => $"Write {f.Email.Replace("@", "[a]", StringComparison.Ordinal)}.",
        (f, _) => $"The view from {f.HouseNumber} {f.Street} is clear.",
        (f, _) => $"The view from {f.Street} is clear.",
        (f, _) => $"People at number {f.HouseNumber} have footage.",
        (f, _) => $"Footage, {f.Postcode}.",
        (f, _) => $"Footage, {f.Postcode.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant()}.",
        (f, _) => $"Footage, {string.Join(' ', f.Postcode.Replace(" ", "", StringComparison.Ordinal).ToCharArray())}.",
    ];

    private static readonly string[] Hidden =
    [
        "M is at 308 Saltmarsh Parade with C.",
        "M is at Quillfeather Court with C.",
        "M is on Saltmarsh Pde with C.",
        "Taxi booked to Inverbraddan for Monday.",
        "C now goes to Inverbraddan Primary.",
        "Write to KW179JZ only.",
        "UPRN 100090123456.",
        "M and C fled to a refuge last night.",
        "The refuge manager drove them to court.",
        "Women's Aid have a bed for M in Inverbraddan.",
        "M sleeps in a shelter for battered women.",
        "The new flat is opposite the fire station.",
        "She is living in the house behind the library.",
        "Their safe house is a short walk from the harbour.",
        "Pin: ///spoon.kettle.violin",
        "Location 58.63912, -3.06991.",
        "s a l t m a r s h is where they are.",
        "She gave the taxi Quill feather Court.",
        "Placed at QUILLFEATHER CT by the council.",
        "Her IDVA moved her to Saltmarsh.",
    ];

    private readonly Random _chance = new(seed);

    public IEnumerable<LeakCase> Take(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var at = i % (Told.Length + Marks.Length + Hidden.Length);
            var role = at < Told.Length ? Told[at].Role : "Neighbour";
            var hides = at >= Told.Length + Marks.Length;
            var family = FourthFamilies.One(_chance, role, hides);
            var (sort, told) =
                at < Told.Length ? (Told[at].Role, Told[at].Text)
                : hides ? ("hidden", Hidden[at - Told.Length - Marks.Length])
                : ($"mark {at - Told.Length}", Marks[at - Told.Length](family, _chance));
            var named = string.Join(' ', told.Split(' ').Select(word => Named(word, family)));
            yield return new LeakCase(
                sort,
                family.Contact("Concern."),
                string.Format(CultureInfo.InvariantCulture, FourthFamilies.Of(_chance, Around), named)
            );
        }
    }

    private static string Named(string word, LeakFamily family) =>
        word switch
        {
            "C" or "C." => family.Child + word[1..],
            "M" or "M's" => family.Mother + word[1..],
            _ => word,
        };

    private static string Doubled(string name)
    {
        var at = name.Length / 2;
        return name.Insert(at, name[at].ToString());
    }

    private static string Words(string digits) =>
        string.Join(
            ' ',
            digits
                .Where(char.IsAsciiDigit)
                .Select(digit => "zero one two three four five six seven eight nine".Split(' ')[digit - '0'])
        );
}
