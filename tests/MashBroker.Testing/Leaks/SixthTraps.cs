using System.Globalization;
using static MashBroker.Testing.Leaks.SixthDisguises;

namespace MashBroker.Testing.Leaks;

/// <summary>
/// A sixth set of texts that tell, by an author who has not seen the check: what slips (a name, a number, an address, a role, a
/// turn of phrase, a hidden place), how it is disguised, and the sentence of a note that carries it.
/// </summary>
public sealed class SixthTraps(int seed)
{
    private static readonly string[] NameCarriers =
    [
        "{0} rang this morning and says {C} has not eaten since Friday.",
        "As {0} told us, {C} was left out in the rain until ten.",
        "Please do not let {M} know that {0} spoke to us.",
        "Info from {0}: bruising to both shins.",
        "Would the school check what {0} says about {C}'s lunch?",
        "Feedback to {0} when the enquiry closes.",
        "Can you confirm the account of {0} that {C} sleeps in the hall?",
        "Caller: {0}.",
        "Source {0}, spoken to at 14:20.",
        "I rang {0} back for the exact dates.",
        "{0} has photographs of the bedroom and will forward them.",
        "Q for GP: was {C} seen for the burn {0} describes?",
        "With thanks to {0} for letting us know.",
        "{M} must not learn that {0} has been in touch.",
        "New since Monday, from {0}: the cooker has been cut off.",
        "Statement ({0}) on file.",
        "See e-mail of 3 Nov ({0}).",
        "Home visit to be made while {0} is at work.",
        "{0} would be glad to have {C} for the night.",
        "Agreed with {0} that we would ring again on Friday.",
    ];

    private static readonly string[] TelephoneCarriers =
    [
        "Ring back after six on the number {0}.",
        "Contact no. {0}",
        "tel {0}",
        "Mob: {0}.",
        "Text with the outcome, number {0}.",
        "The call came from a number {0}.",
        "Voicemail at 16:05, number {0}.",
        "c/b requested, mobile {0}.",
        "Photos came by WhatsApp, number {0}.",
    ];

    private static readonly string[] EmailCarriers =
    [
        "Photographs were sent in from {0}.",
        "Reply to {0} please.",
        "Video of the row: {0}.",
        "The e-mail came from {0} on Sunday night.",
        "Copy the outcome to {0}.",
        "Contact: {0}",
    ];

    private static readonly string[] AddressCarriers =
    [
        "The call came from {0}.",
        "Resident of {0} reports shouting most nights.",
        "Footage is held at {0}.",
        "For the times, ask at {0}.",
        "Photo was taken from an upstairs window, {0}.",
        "Thank-you letter to go to {0}.",
        "Our informant lives at {0}.",
        "Duty worker to call at {0} first, then on the family.",
    ];

    // "Wide" ones name a street, a postcode or a town, which tell nothing of who lives in the family's own street.
    private static readonly (bool Wide, Func<SixthFamily, string> Say)[] Addresses =
    [
        (false, f => $"{f.Facts.HouseNumber} {f.Facts.Street}"),
        (false, f => $"{f.Facts.HouseNumber}, {f.Facts.Street}, {f.Facts.Town}"),
        (false, f => $"{f.Facts.HouseNumber} {Envelope(f.Facts.Street)}"),
        (false, f => $"no. {f.Facts.HouseNumber} {f.Facts.Street.ToLowerInvariant()}"),
        (false, f => $"{f.Facts.HouseNumber.ToUpperInvariant()} {f.Facts.Street.ToUpperInvariant()}"),
        (false, f => $"{HouseInWords(f)} {f.Facts.Street}"),
        (false, f => $"{f.Facts.HouseNumber} {Swapped(f.Facts.Street, 3)}"),
        (false, f => $"{f.Facts.HouseNumber}\n{f.Facts.Street}"),
        (false, f => $"{f.Facts.Street} ({f.Facts.HouseNumber})"),
        (false, f => $"number {f.Facts.HouseNumber}, {f.Facts.Postcode}"),
        (true, f => f.Facts.Street),
        (true, f => $"{f.Facts.Street}, {f.Facts.Town}"),
        (true, f => Envelope(f.Facts.Street).ToLowerInvariant()),
        (true, f => f.Facts.Postcode),
        (true, f => Close(f.Facts.Postcode)),
        (true, f => f.Facts.Postcode.ToLowerInvariant()),
        (true, f => string.Join(' ', Close(f.Facts.Postcode).AsEnumerable())),
        (true, f => f.Facts.Postcode.Replace(' ', '-')),
    ];

    private static readonly string[] HiddenCarriers =
    [
        "{M} and {C} are now at {0}.",
        "Send the appointment letter to {0}.",
        "HV to visit at {0} on Thursday.",
        "Please transfer the records, new address {0}.",
        "Taxi from court to {0} was booked.",
        "School transport to collect {C} from {0}.",
        "The bed that was found for them is at {0}.",
        "She fled to {0} with the children.",
        "Do not give father this: {0}.",
        "Placement: {0}, arrived 22:40.",
        "Police welfare check done at {0}.",
    ];

    private static readonly Func<HiddenPlace, string>[] HiddenWays =
    [
        h => $"{h.Number} {h.Street}",
        h => $"{h.Number} {h.Street}, {h.Town}",
        h => h.Name,
        h => $"{h.Name}, {h.Town}",
        h => $"{h.Name}, {h.Number} {h.Street}, {h.Town} {h.Postcode}",
        h => h.Name.ToLowerInvariant(),
        h => h.Name.ToUpperInvariant(),
        h => Close(h.Name),
        h => h.Name.Insert(4, " "),
        h => Swapped(h.Name, 3),
        h => $"{h.Number} {Envelope(h.Street)}",
        h => Envelope(h.Street),
        h => Swapped(h.Street, 3),
        h => h.Street,
        h => h.Street.ToUpperInvariant(),
        h => $"a house on {h.Street}",
        h => string.Join(' ', h.Street.Split(' ')[0].AsEnumerable()),
        h => h.Postcode,
        h => Close(h.Postcode),
        h => Close(h.Postcode).ToLowerInvariant(),
        h => string.Join(' ', Close(h.Postcode).AsEnumerable()),
        h => $"{h.Number}, {h.Postcode}",
        h => h.Town,
        h => h.Town.ToUpperInvariant(),
        h => $"a shelter in {h.Town}",
        h => $"the women's refuge in {h.Town}",
        h => $"the safe house by {h.Town} station",
        h => $"UPRN {h.Uprn}",
        h => $"{h.Street.Split(' ')[0]}, {h.Town}",
    ];

    private static readonly string[] HiddenPhrases =
    [
        "The refuge is the white building opposite the swimming baths.",
        "They are staying in the safe house behind the fire station.",
        "{M}'s room at the refuge looks out on the harbour.",
        "The hostel where {M} is hiding is above the chemist's.",
        "{C} walks to school from the refuge, it is the next gate along.",
        "Refuge: second turning after the church, blue door.",
        "Get off the bus at the hospital; the refuge is across the road.",
        "{M} shared her pin from the safe address: 57.10442, -4.77310.",
        "The new place is at ///lantern.gravel.oboe, ask for {M}.",
    ];

    private readonly Random _chance = new(seed);

    public IEnumerable<LeakCase> Take(int count)
    {
        for (var i = 0; i < count; i++)
        {
            yield return (i % 20) switch
            {
                < 5 => Mark("name", SixthDisguises.Names, NameCarriers),
                < 7 => Mark("telephone", Telephones, TelephoneCarriers),
                7 => Mark("e-mail", Emails, EmailCarriers),
                < 10 => Address(),
                < 15 => Told(),
                < 17 => Phrase(),
                < 19 => Hidden(),
                _ => HiddenPhrase(),
            };
        }
    }

    private LeakCase Mark(string what, (string Sort, Func<SixthFamily, Random, string> Say)[] ways, string[] carriers)
    {
        var family = Anybody(hidden: false);
        var (sort, say) = Of(ways);
        return Case($"{what}: {sort}", family, Carried(family.Fill(Of(carriers)), say(family, _chance)));
    }

    private LeakCase Address()
    {
        var family = Anybody(hidden: false);
        var (_, say) = Of([.. Addresses.Where(way => !way.Wide || !family.NextDoor)]);
        return Case("address", family, Carried(family.Fill(Of(AddressCarriers)), say(family)));
    }

    private LeakCase Told()
    {
        var role = Of(SixthRoles.All);
        var family = SixthFamilies.One(_chance, role.Role, role.Woman, hidden: _chance.Next(5) == 0);
        var text = Of(SixthRoles.Carriers).Replace("{who}", Typed(Of(role.Words)), StringComparison.Ordinal);
        return Case($"role: {role.Role}", family, Capital(family.Fill(text)));
    }

    private LeakCase Phrase()
    {
        var (role, woman, text) = Of(SixthRoles.Phrases);
        var family = SixthFamilies.One(_chance, role, woman, hidden: false);
        return Case($"phrase: {role}", family, family.Fill(text));
    }

    private LeakCase Hidden()
    {
        var family = Anybody(hidden: true);
        var way = _chance.Next(HiddenWays.Length);
        var text = Carried(family.Fill(Of(HiddenCarriers)), HiddenWays[way](family.Facts.Hidden!));
        return Case($"hidden {way}", family, text);
    }

    private LeakCase HiddenPhrase()
    {
        var family = Anybody(hidden: true);
        return Case("hidden, by its looks", family, family.Fill(Of(HiddenPhrases)));
    }

    private SixthFamily Anybody(bool hidden)
    {
        var role = Of(SixthRoles.All);
        return SixthFamilies.One(_chance, role.Role, role.Woman, hidden);
    }

    // One in three stands alone; the others stand in a note, in front, behind or between.
    private LeakCase Case(string sort, SixthFamily family, string told)
    {
        var before = family.Fill(SixthHarmless.Note(_chance, "none"));
        var after = family.Fill(SixthHarmless.Note(_chance, "none"));
        var text = _chance.Next(6) switch
        {
            0 or 1 => told,
            2 => $"{before} {told}",
            3 => $"{told} {after}",
            4 => $"{before}\n{told}\n{after}",
            _ => $"{before} {told} {after}",
        };
        return new LeakCase(sort, family.Facts.Contact("Concern."), text);
    }

    // In a hurry: capitals left on.
    private string Typed(string words) => _chance.Next(12) == 0 ? words.ToUpperInvariant() : words;

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Carried(string carrier, string what) =>
        Capital(string.Format(CultureInfo.InvariantCulture, carrier, what));

    private T Of<T>(IReadOnlyList<T> all) => SixthFamilies.Of(_chance, all);
}
