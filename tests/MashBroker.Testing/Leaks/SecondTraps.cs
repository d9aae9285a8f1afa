using MashBroker.Contracts.Contacts;

namespace MashBroker.Testing.Leaks;

/// <summary>
/// A second set of texts that tell, with other words, names and tricks than the first: the check met them only after it was
/// finished against the first.
/// </summary>
public sealed class SecondTraps
{
    private static readonly string[] Frames =
    [
        "{0}",
        "Chronology: moved to the area last spring. {0}",
        "{0} Home conditions were described as poor.",
        "Two siblings; both under five. {0} No previous involvement known.",
        "- unexplained injuries\n- {0}\n- poor hygiene",
        "Child presents as tired. {0} A welfare check is asked for.",
        "RISK: emotional abuse; {0}",
    ];

    private readonly Random _chance;
    private readonly SecondDisguises _disguise;
    private readonly List<(string Sort, bool Hidden, Func<LeakFamily, string> Tell)> _ways = [];

    public SecondTraps(int seed)
    {
        _chance = new Random(seed);
        _disguise = new SecondDisguises(_chance);
        AddNames();
        AddContacts();
        AddPlaces();
        AddHidden();
        foreach (var words in SecondPhrases.Telling)
        {
            _ways.Add(("phrase", false, f => Fill(words, f)));
        }

        foreach (var words in SecondPhrases.Roles)
        {
            _ways.Add(("role", false, f => Fill(words, f)));
        }
    }

    public IEnumerable<LeakCase> Take(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var (sort, hidden, tell) = _ways[i % _ways.Count];
            var family = SecondFamilies.One(_chance, hidden);
            if (hidden && _chance.Next(3) == 0)
            {
                family = family with { Kind = ReferrerKind.Professional };
            }

            var frame = Frames[_chance.Next(Frames.Length)];
            var told = tell(family);
            yield return new LeakCase(
                sort,
                family.Contact("Concern."),
                frame.Replace("{0}", told, StringComparison.Ordinal)
            );
        }
    }

    private static string Fill(string words, LeakFamily family) =>
        words
            .Replace("{role}", family.Role.ToLowerInvariant(), StringComparison.Ordinal)
            .Replace("{c}", family.Child, StringComparison.Ordinal)
            .Replace("{m}", family.Mother, StringComparison.Ordinal);

    private void Name(string sort, Func<LeakFamily, string> tell) => _ways.Add((sort, false, tell));

    private void AddNames()
    {
        Name("signed", f => $"Many thanks, {f.Given} {f.Family}");
        Name("copied form", f => $"Name: {f.Family.ToUpperInvariant()} / Forename: {f.Given.ToUpperInvariant()}");
        Name(
            "file name",
            f => $"See attachment {f.Given.ToLowerInvariant()}_{f.Family.ToLowerInvariant()}_statement.docx"
        );
        Name(
            "hash tag",
            f => $"Posted by @{SecondDisguises.Letters(f.Given)}{SecondDisguises.Letters(f.Family)} on a local page."
        );
        Name("initial joined", f => $"Note on file from {f.Given[0]}{f.Family}.");
        Name("surname plural", f => $"The {f.Family}s keep a diary of the noise.");
        Name("mister and surname", f => $"{(_chance.Next(2) == 0 ? "MRS" : "Mr.")} {f.Family} took photographs.");
        Name("title and initial", f => $"Ms {f.Family[0]} took photographs.");
        Name("initials with stops", f => $"Photographs by {f.Given[0]}. {f.Family[0]}.");
        Name("family of", f => $"It is one of the {f.Family} household that has photographs.");
        Name("accent added", f => $"Photographs by {f.Given.Replace('e', 'é')} {f.Family.Replace('o', 'ö')}.");
        Name(
            "greek letters",
            f => $"Photographs by {SecondDisguises.Greek(f.Given)} {SecondDisguises.Greek(f.Family)}."
        );
        Name("wide letters", f => $"Photographs by {SecondDisguises.Wide(f.Given)} {SecondDisguises.Wide(f.Family)}.");
        Name("soft hyphen", f => $"Photographs by {string.Join('\u00AD', f.Family.ToCharArray())}.");
        Name(
            "digits for letters",
            f => $"Photographs by {SecondDisguises.Figures(f.Given)} {SecondDisguises.Figures(f.Family)}."
        );
        Name("stars", f => $"Photographs by {f.Given[0]}**** {f.Family[..2]}****.");
        Name("dashes", f => $"Photographs by {string.Join('-', SecondDisguises.Letters(f.Family).ToCharArray())}.");
        Name("line break", f => $"Photographs by {f.Given}\n{f.Family} were handed in.");
        Name("typing slip", f => $"Photographs by {f.Given} {_disguise.Slip(f.Family)}.");
        Name("typing slip after title", f => $"Photographs by Mrs {_disguise.Slip(f.Family)}.");
        Name("doubled", f => $"Photographs by {_disguise.Doubled(f.Given)} {_disguise.Doubled(f.Family)}.");
        Name("pet name alone", f => $"{SecondDisguises.Pet(f.Given)} took photographs.");
        Name("pet name and surname", f => $"Photographs by {SecondDisguises.Pet(f.Given)} {f.Family}.");
        Name("given name possessive", f => $"It was in {f.Given}’s photographs.");
        Name("given name first", f => $"{f.Given} has photographs.");
        Name(
            "small letters",
            f => $"photographs by {f.Given.ToLowerInvariant()} {f.Family.ToLowerInvariant()} were handed in"
        );
        Name("known as", f => $"Photographs by a person called {f.Given}.");
        Name("backwards comma", f => $"{f.Family}, {f.Given[0]}. - photographs handed in.");
        Name("underscores", f => $"Photographs by {f.Given}_{f.Family}.");
        Name(
            "spelt out",
            f => $"Name spelt {string.Join(", ", SecondDisguises.Letters(f.Family).ToUpperInvariant().ToCharArray())}."
        );
    }

    private void AddContacts()
    {
        Name("number plain", f => $"Mobile {f.Telephone}.");
        Name("number joined", f => $"Tel:{SecondDisguises.National(f)}");
        Name(
            "number dotted",
            f => $"Tel {string.Join('.', SecondDisguises.National(f).Chunk(3).Select(part => new string(part)))}"
        );
        Name("number by single digits", f => $"Tel {string.Join(' ', SecondDisguises.National(f).ToCharArray())}");
        Name("number spoken", f => $"Tel {_disguise.Spoken(SecondDisguises.National(f))}");
        Name("number without nought", f => $"Tel +44{SecondDisguises.National(f)[1..]}");
        Name("number cut at the front", f => $"Tel ...{SecondDisguises.National(f)[^6..]}");
        Name("number's last four", f => $"Mobile number ending in {SecondDisguises.National(f)[^4..]}.");
        Name("number masked", f => $"Mobile {SecondDisguises.National(f)[..5]}***{SecondDisguises.National(f)[^3..]}.");
        Name("number with letters O", f => $"Mobile {SecondDisguises.National(f).Replace('0', 'O')}.");
        Name("mail", f => $"Mail {f.Email.ToUpperInvariant()} for the photographs.");
        Name(
            "mail with at",
            f => $"Mail {f.Email.Replace("@", " (at) ", StringComparison.Ordinal)} for the photographs."
        );
        Name("account", f => $"User {f.Email.Split('@')[0]} posted the photographs.");
        Name("mail spaced", f => $"Mail {f.Email.Replace("@", " @ ", StringComparison.Ordinal)} for the photographs.");
    }

    private void AddPlaces()
    {
        Name("address in full", f => $"Photographs taken from {f.HouseNumber} {f.Street}, {f.Town}, {f.Postcode}.");
        Name("number and street", f => $"Photographs taken from {f.HouseNumber}, {f.Street}.");
        Name("street in small letters", f => $"photographs taken from a house on {f.Street.ToLowerInvariant()}.");
        Name("street joined", f => $"Posted in the group #{SecondDisguises.Letters(f.Street)} by a resident.");
        Name("street shortened", f => $"Photographs from {f.HouseNumber} {SecondDisguises.Short(f.Street)}.");
        Name("street with slip", f => $"Photographs from {f.HouseNumber} {_disguise.SlipIn(f.Street)}.");
        Name("number with sign", f => $"Photographs from No. {f.HouseNumber}.");
        Name("postcode with odd blank", f => $"Photographs from {f.Postcode[..^1]} {f.Postcode[^1]}.");
        Name("postcode small", f => $"Photographs from {f.Postcode.ToLowerInvariant()}.");
        Name("half of the postcode", f => $"Photographs from the {f.Postcode.Split(' ')[0]} area.");
    }

    private void AddHidden()
    {
        void Add(string sort, Func<HiddenPlace, LeakFamily, string> tell) =>
            _ways.Add((sort, true, f => tell(f.Hidden!, f)));
        Add("hidden in full", (h, _) => $"New address: {h.Name}, {h.Number} {h.Street}, {h.Town}, {h.Postcode}.");
        Add("hidden capitals", (h, _) => $"NOW AT {h.Number} {h.Street.ToUpperInvariant()}.");
        Add("hidden town", (h, f) => $"{f.Mother} now shops in {h.Town}.");
        Add("hidden town small", (h, f) => $"{f.Child} has started at a nursery in {h.Town.ToLowerInvariant()}.");
        Add("hidden house", (h, f) => $"{f.Mother} gets post at {h.Name}.");
        Add("hidden street", (h, f) => $"{f.Child} was seen playing in {h.Street}.");
        Add("hidden street short", (h, f) => $"{f.Child} was seen at {h.Number} {SecondDisguises.Short(h.Street)}.");
        Add("hidden postcode", (h, _) => $"Send letters to {h.Postcode.ToLowerInvariant()}.");
        Add("hidden postcode area", (h, _) => $"Somewhere in {h.Postcode.Split(' ')[0]}.");
        Add("hidden uprn", (h, _) => $"Property reference {h.Uprn}.");
        Add("hidden lookalike", (h, _) => $"Now in {SecondDisguises.Greek(h.Town)}.");
        Add("hidden slip", (h, _) => $"Now at {h.Number} {_disguise.SlipIn(h.Street)}.");
        Add("hidden refuge", (_, f) => $"{f.Mother} and {f.Child} are in a refuge.");
        Add("hidden shelter", (h, f) => $"{f.Mother} went to the women's shelter in {h.Town}.");
        Add("hidden safe house", (_, f) => $"{f.Mother} is in a safe house out of county.");
        Add("hidden near", (h, f) => $"{f.Mother} is staying near the station at {h.Town}.");
        Add("hidden map", (_, _) => "Location ///filled.count.soap");
        Add("hidden house misspelt", (h, f) => $"{f.Mother} is at {_disguise.SlipIn(h.Name)}.");
        Add("hidden spaced", (h, _) => $"Now in {string.Join(' ', SecondDisguises.Letters(h.Town).ToCharArray())}.");
    }
}
