namespace MashBroker.Testing.Leaks;

/// <summary>A sentence, or two, with slots to fill.</summary>
/// <param name="Subject">What a failing test names.</param>
/// <param name="Avoid">Groups of referrers for whom the sentence would say too much.</param>
internal sealed record EighthFrame(string Subject, string Text, EighthGroup Avoid = EighthGroup.None)
{
    /// <summary>The sentence only makes sense of a family of whom somebody hides.</summary>
    public bool NeedsHidden { get; init; }

    /// <summary>The sentence contradicts that somebody of the family hides.</summary>
    public bool NotHidden { get; init; }

    public bool Fits(EighthScene scene) =>
        (Avoid & scene.Role.Group) == 0
        && (!NeedsHidden || scene.Family.Hidden is not null)
        && (!NotHidden || scene.Family.Hidden is null);

    public static IEnumerable<EighthFrame> Of(string subject, EighthGroup avoid, IEnumerable<string> texts) =>
        texts.Select(text => new EighthFrame(subject, text, avoid));
}
