using System.Globalization;
using MashBroker.Contracts.Contacts;

namespace MashBroker.Testing.Leaks;

/// <summary>
/// Notes of the seventh set that tell nothing: the family's own life, kin who did not refer, and the professionals round them, by name.
/// </summary>
public sealed class SeventhHarmless(int seed)
{
    private static readonly SeventhTeller[] Tellers =
    [
        .. SeventhTellsKin.All,
        .. SeventhTellsNear.All,
        .. SeventhTellsLocal.All,
    ];

    private static readonly string[][] Topics =
    [
        SeventhNotes.Home,
        SeventhNotes.Mother,
        SeventhNotes.Child,
        SeventhNotes.Child,
        SeventhNotes.Workers,
        SeventhNotes.Asking,
        SeventhNotes.History,
    ];

    private readonly Random _chance = new(seed);

    public IEnumerable<LeakCase> Take(int count)
    {
        for (var i = 0; i < count; i++)
        {
            yield return i % 30 == 0 ? Professional() : Note();
        }
    }

    /// <summary>So many sentences that speak of nobody of this kin; the family's marks are left to be filled.</summary>
    internal static IEnumerable<string> Some(Random chance, string kin, int count)
    {
        var notes = new List<string>();
        while (notes.Count < count)
        {
            var note = One(chance, kin);
            if (!notes.Contains(note))
            {
                notes.Add(note);
            }
        }
        // A day at the head of the note, as in a chronology.
        var day = new DateOnly(2026, 2, 2).AddDays(chance.Next(270));
        if (chance.Next(4) == 0)
        {
            var head = day.ToString(
                SeventhFamilies.Of(chance, ["dd/MM/yy", "d MMM", "dd.MM.yy"]),
                CultureInfo.InvariantCulture
            );
            notes[0] = $"{head}: {notes[0]}";
        }
        return notes;
    }

    private LeakCase Note()
    {
        var teller = SeventhFamilies.Of(_chance, Tellers);
        var family = SeventhFamilies.One(_chance, teller.Role, teller.Woman, hidden: _chance.Next(4) == 0);
        var text = SeventhPen.Write(_chance, [.. Some(_chance, teller.Kin, 2 + _chance.Next(5))]);
        return new LeakCase("harmless", family.Facts.Contact("Concern."), family.Fill(text));
    }

    // Who refers for their work is named.
    private LeakCase Professional()
    {
        var role = SeventhFamilies.Of(_chance, ["Health visitor", "School nurse", "Designated safeguarding lead"]);
        var family = SeventhFamilies.One(_chance, role, _chance.Next(2) == 0, hidden: false);
        var said = SeventhFamilies.Of(
            _chance,
            [
                "Ref is from {given} {family}, who'd like a ring back on {tel}.",
                "{given} {family} has known the family for two years and is right to be worried.",
                "Please thank {given} for the chronology.",
            ]
        );
        var notes = Some(_chance, "none", 1 + _chance.Next(4)).Append(said);
        var contact = (family.Facts with { Kind = ReferrerKind.Professional }).Contact("Concern.");
        return new LeakCase("professional named", contact, family.Tell(family.Fill(string.Join(' ', notes))));
    }

    private static string One(Random chance, string kin) =>
        chance.Next(5) == 0
            ? SeventhFamilies.Of(chance, [.. SeventhNotes.Around.Where(one => one.Kin != kin)]).Text
            : SeventhFamilies.Of(chance, SeventhFamilies.Of(chance, Topics));
}
