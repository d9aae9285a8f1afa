namespace MashBroker.Contracts.Letters;

/// <summary>
/// The five answers an agency can give. They are different facts and never look alike on a screen, in a pack or in a figure.
/// </summary>
public enum AnswerKind
{
    None = 0,

    /// <summary>The agency knows the person and returns what it may.</summary>
    Held,

    /// <summary>The agency looked and knows nobody of that description. Never said when it could not look.</summary>
    NothingKnown,

    /// <summary>The agency needs more to tell the person from others.</summary>
    NeedMoreDetails,

    /// <summary>The agency holds something and will not disclose it, on a stated ground.</summary>
    Refused,

    /// <summary>The agency's records could not be searched; the fault is stated.</summary>
    CannotLook,
}

/// <summary>How answers about several people make one.</summary>
public static class AnswerKinds
{
    // "Nothing known" may stand for the whole only when it is true of everybody; the gravest gap wins over it.
    private static readonly AnswerKind[] ByWeight =
    [
        AnswerKind.Held,
        AnswerKind.Refused,
        AnswerKind.CannotLook,
        AnswerKind.NeedMoreDetails,
        AnswerKind.NothingKnown,
    ];

    /// <summary>
    /// Held if anything is held of anybody; otherwise Refused, CannotLook, NeedMoreDetails in this order; NothingKnown
    /// only when nothing is known of each person asked about. None for no answers.
    /// </summary>
    public static AnswerKind Overall(IEnumerable<AnswerKind> answers)
    {
        var given = answers.ToHashSet();
        return ByWeight.FirstOrDefault(given.Contains);
    }
}
