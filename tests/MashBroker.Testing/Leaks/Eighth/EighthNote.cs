namespace MashBroker.Testing.Leaks;

/// <summary>Puts sentences together to a note of one to four.</summary>
internal sealed class EighthNote(EighthScene scene, Random chance)
{
    private const int Longest = 4;

    /// <summary>Harmless sentences before and after the one that tells.</summary>
    public string Around(string telling)
    {
        // An abbreviation counts as a sentence here: the note is then shorter, never longer.
        var own = Math.Min(Longest, telling.Split(". ").Length);
        var others = Harmless(chance.Next(0, Longest - own + 1)).Select(Filled).ToList();
        others.Insert(chance.Next(others.Count + 1), telling);
        return Joined(others);
    }

    /// <summary>Harmless sentences only, and the subject of the first.</summary>
    public (string Subject, string Text) Harmless()
    {
        var frames = Harmless(chance.Next(1, Longest + 1)).ToList();
        return (frames[0].Subject, Joined([.. frames.Select(Filled)]));
    }

    /// <summary>One sentence a subject, so that two never contradict each other.</summary>
    private IEnumerable<EighthFrame> Harmless(int count)
    {
        var subjects = EighthHarmlessFrames.BySubject.ToArray();
        chance.Shuffle(subjects);
        return subjects
            .Select(frames => frames.Where(frame => frame.Fits(scene)).ToArray())
            .Where(frames => frames.Length > 0)
            .Take(count)
            .Select(frames => chance.Among(frames));
    }

    private string Filled(EighthFrame frame) => new EighthSlots(scene, chance).Fill(frame.Text);

    private static string Joined(IReadOnlyList<string> sentences) => string.Join(' ', sentences);
}
