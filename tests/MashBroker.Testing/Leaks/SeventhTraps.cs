namespace MashBroker.Testing.Leaks;

/// <summary>
/// A seventh set of texts that tell, by an author who has not seen the check: whole notes of two to six sentences as social workers
/// write or dictate them, with what tells somewhere among them.
/// </summary>
public sealed class SeventhTraps(int seed)
{
    private static readonly SeventhTeller[] Tellers =
    [
        .. SeventhTellsKin.All,
        .. SeventhTellsNear.All,
        .. SeventhTellsLocal.All,
    ];

    // Each note once as likely, so that the roles with the most ways of telling come most often.
    private static readonly (SeventhTeller Teller, string Note)[] Told =
    [
        .. Tellers.SelectMany(teller => teller.Notes.Select(note => (teller, note))),
    ];

    private readonly Random _chance = new(seed);

    public IEnumerable<LeakCase> Take(int count)
    {
        for (var i = 0; i < count; i++)
        {
            yield return (i % 10) switch
            {
                < 6 => ByTelling(i),
                < 8 => BySlip(),
                _ => ByPlace(),
            };
        }
    }

    private LeakCase ByTelling(int at)
    {
        var (teller, note) = Told[(at / 10 * 6 + at % 10) % Told.Length];
        var family = SeventhFamilies.One(_chance, teller.Role, teller.Woman, hidden: false);
        return Case($"told: {teller.Role}", family, note);
    }

    private LeakCase BySlip()
    {
        var teller = SeventhFamilies.Of(_chance, Tellers);
        var family = SeventhFamilies.One(_chance, teller.Role, teller.Woman, hidden: false);
        return Case("slip", family, SeventhFamilies.Of(_chance, SeventhSlips.Referrer));
    }

    private LeakCase ByPlace()
    {
        var teller = SeventhFamilies.Of(_chance, Tellers);
        var family = SeventhFamilies.One(_chance, teller.Role, teller.Woman, hidden: true);
        return Case("hidden place", family, SeventhFamilies.Of(_chance, SeventhSlips.Hidden));
    }

    private LeakCase Case(string sort, SeventhFamily family, string told)
    {
        var notes = SeventhHarmless.Some(_chance, "none", 1 + _chance.Next(4)).ToList();
        notes.Insert(_chance.Next(notes.Count + 1), told);
        // Names and numbers are put in after the slips of the pen, which leave them as they are.
        var text = family.Tell(family.Fill(SeventhPen.Write(_chance, notes)));
        return new LeakCase(sort, family.Facts.Contact("Concern."), text);
    }
}
