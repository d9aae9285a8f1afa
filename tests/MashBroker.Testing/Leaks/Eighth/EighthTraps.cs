namespace MashBroker.Testing.Leaks;

/// <summary>Notes that tell who referred, or where somebody hides: eight sorts in turn, one note after the other.</summary>
public sealed class EighthTraps(int seed)
{
    private const int LikenessInAHundred = 12;

    /// <summary>Of whom the phrases that name no relation can be true.</summary>
    private const EighthGroup CloseToTheFamily =
        EighthGroup.Kin | EighthGroup.Friend | EighthGroup.InHouse | EighthGroup.Near;

    private readonly Random _chance = new(seed);

    public IEnumerable<LeakCase> Take(int count)
    {
        var families = new EighthFamilies(_chance);
        Func<EighthFamilies, LeakCase>[] sorts = [Name, Telephone, Email, Address, Role, Phrase, ProtectedHome, Refuge];
        return [.. Enumerable.Range(0, count).Select(number => sorts[number % sorts.Length](families))];
    }

    private LeakCase Name(EighthFamilies families)
    {
        var scene = families.Next(new EighthWish(Likeness: LikenessInAHundred));
        var filed = !scene.SharesSurname && _chance.Next(8) == 0;
        var frame = _chance.Among(filed ? EighthNameFrames.Filed : EighthNameFrames.Spoken);
        var slots = new EighthSlots(scene, _chance)
            .With("name", EighthNameWays.Next(scene, _chance))
            .With("filed", EighthNameWays.Filed(scene, _chance));
        return Case("name", scene, slots, frame);
    }

    private LeakCase Telephone(EighthFamilies families)
    {
        var scene = families.Next(new EighthWish(Likeness: LikenessInAHundred));
        var slots = new EighthSlots(scene, _chance)
            .With("tel", EighthTelephoneWays.Next(scene.Family.Telephone, _chance))
            .With("ending", EighthTelephoneWays.Ending(scene.Family.Telephone, _chance));
        return Case("telephone", scene, slots, _chance.Among(EighthTelephoneFrames.All));
    }

    private LeakCase Email(EighthFamilies families)
    {
        var scene = families.Next(new EighthWish(Likeness: LikenessInAHundred));
        var slots = new EighthSlots(scene, _chance)
            .With("email", EighthEmailWays.Next(scene.Family.Email, _chance))
            .With("local", EighthEmailWays.Local(scene.Family.Email))
            .With("provider", EighthEmailWays.Provider(scene.Family.Email));
        return Case("e-mail", scene, slots, _chance.Among(EighthEmailFrames.All));
    }

    private LeakCase Address(EighthFamilies families)
    {
        var scene = families.Next(new EighthWish(Likeness: LikenessInAHundred));
        var family = scene.Family;
        var ways = new EighthAddressWays(_chance);
        var slots = new EighthSlots(scene, _chance)
            .With("address", ways.Whole(family.HouseNumber, family.Street, family.Town, family.Postcode))
            .With("street", ways.Street(family.Street))
            .With("postcode", ways.Postcode(family.Postcode))
            .With("number", EighthAddressWays.OwnNumber(family.HouseNumber));
        // A street that is the family's own as well would tell nothing without the number of the house.
        var frames = scene.SharesStreet
            ? EighthAddressFrames.Whole
            : [.. EighthAddressFrames.Whole, .. EighthAddressFrames.Streets, .. EighthAddressFrames.Postcodes];
        return Case("address", scene, slots, _chance.Among(frames));
    }

    private LeakCase Role(EighthFamilies families)
    {
        var scene = families.Next(new EighthWish(Likeness: LikenessInAHundred));
        var phrases = _chance.Next(5) < 2 ? scene.Role.Direct : scene.Role.Roundabout;
        var slots = new EighthSlots(scene, _chance).With("np", _chance.Among(phrases));
        return Case("role", scene, slots, _chance.Among(EighthRoleFrames.All));
    }

    private LeakCase Phrase(EighthFamilies families)
    {
        var scene = families.Next(new EighthWish(Likeness: LikenessInAHundred));
        var general = (scene.Role.Group & CloseToTheFamily) != 0 && _chance.Next(3) == 0;
        var group = general ? EighthGroup.None : scene.Role.Group;
        var frame = _chance.Among(EighthPhraseFrames.All[group]);
        return Case("telling phrase", scene, new EighthSlots(scene, _chance), frame);
    }

    private LeakCase ProtectedHome(EighthFamilies families) =>
        Hidden(
            "protected address",
            families.Next(new EighthWish(EighthHiding.ProtectedHome)),
            EighthProtectedFrames.All
        );

    private LeakCase Refuge(EighthFamilies families) =>
        Hidden("refuge address", families.Next(new EighthWish(EighthHiding.Refuge)), EighthRefugeFrames.All);

    private LeakCase Hidden(string sort, EighthScene scene, IReadOnlyList<string> frames)
    {
        var place = scene.Family.Hidden!;
        var ways = new EighthAddressWays(_chance);
        var house = ways.House(place.Name);
        var whole = ways.Whole(place.Number, place.Street, place.Town, place.Postcode);
        var slots = new EighthSlots(scene, _chance)
            .With("hid", _chance.Next(4) == 0 ? $"{house}, {whole}" : whole)
            .With("hidstreet", ways.Street(place.Street))
            .With("hidname", house)
            .With("hidpc", ways.Postcode(place.Postcode))
            .With("hidtown", place.Town)
            .With("uprn", ways.Uprn(place.Uprn));
        return Case(sort, scene, slots, _chance.Among(frames));
    }

    private LeakCase Case(string sort, EighthScene scene, EighthSlots slots, string frame) =>
        new(
            $"eighth: {sort}",
            scene.Family.Contact("Concern."),
            new EighthNote(scene, _chance).Around(slots.Fill(frame))
        );
}
