namespace MashBroker.Testing.Leaks;

/// <summary>Notes about the same families that tell neither who referred nor where somebody hides.</summary>
public sealed class EighthHarmless(int seed)
{
    private const int LikenessInAHundred = 40;

    private const int HidingInAHundred = 25;

    private readonly Random _chance = new(seed);

    public IEnumerable<LeakCase> Take(int count)
    {
        var families = new EighthFamilies(_chance);
        return [.. Enumerable.Range(0, count).Select(_ => Next(families))];
    }

    private LeakCase Next(EighthFamilies families)
    {
        var scene = families.Next(new EighthWish(Hiding(), LikenessInAHundred));
        var (subject, text) = new EighthNote(scene, _chance).Harmless();
        return new LeakCase($"eighth, harmless: {subject}", scene.Family.Contact("Concern."), text);
    }

    private EighthHiding Hiding() =>
        _chance.Next(100) >= HidingInAHundred ? EighthHiding.Nobody
        : _chance.Next(2) == 0 ? EighthHiding.ProtectedHome
        : EighthHiding.Refuge;
}
