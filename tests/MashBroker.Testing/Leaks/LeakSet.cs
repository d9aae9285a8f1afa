namespace MashBroker.Testing.Leaks;

/// <summary>Texts of one author, seeded: the same ones in each run.</summary>
/// <param name="Name">Whose; ops/decisions/0073 tells how each came about.</param>
/// <param name="Traps">So many that tell who referred, or where somebody hides.</param>
/// <param name="Harmless">So many that tell neither.</param>
public sealed record LeakSet(
    string Name,
    Func<int, IEnumerable<LeakCase>> Traps,
    Func<int, IEnumerable<LeakCase>> Harmless
)
{
    public static IReadOnlyList<LeakSet> All { get; } =
    [
        new("first", count => new FirstTraps(20261122).Take(count), count => new FirstHarmless(20261123).Take(count)),
        new("second", count => new SecondTraps(7).Take(count), count => new SecondHarmless(8).Take(count)),
        new(
            "third, held out",
            count => new HeldOutTexts(31).Traps(count),
            count => new HeldOutTexts(32).HarmlessTexts(count)
        ),
        new("fourth", count => new FourthTraps(41).Take(count), count => new FourthHarmless(42).Take(count)),
        new("fifth", count => new FifthTexts(51).Traps(count), count => new FifthTexts(52).Harmless(count)),
        new("sixth, held out", count => new SixthTraps(61).Take(count), count => new SixthHarmless(62).Take(count)),
        new(
            "seventh, held out",
            count => new SeventhTraps(61).Take(count),
            count => new SeventhHarmless(62).Take(count)
        ),
        new("eighth, held out", count => new EighthTraps(81).Take(count), count => new EighthHarmless(82).Take(count)),
    ];

    public override string ToString() => Name;
}
