namespace MashBroker.Web.Forms;

/// <summary>One field of the referral form: a content control with this tag.</summary>
/// <param name="Tag">
/// Where its value goes in a contact: a path in which <c>[]</c> is the row it stands in, <c>kinds:neglect</c> one code of a list, and
/// <c>identifiers:upn</c> the number of one scheme.
/// </param>
/// <param name="Label">As printed beside it.</param>
internal sealed record FormField(string Tag, string Label, FieldKind Kind)
{
    /// <summary>Printed in the empty field.</summary>
    public string Hint { get; init; } = "";

    /// <summary>What can be chosen: the code of a contact and the words on the form.</summary>
    public IReadOnlyList<FormChoice> Choices { get; init; } = [];
}

internal sealed record FormChoice(string Code, string Words);

/// <summary>Fields printed together under a heading.</summary>
/// <param name="Repeats">Path of the list that each repetition is a row of; null where it stands once.</param>
/// <param name="Rows">How many empty rows the form has.</param>
internal sealed record FormSection(string Heading, IReadOnlyList<FormField> Fields)
{
    public string? Repeats { get; init; }

    public int Rows { get; init; } = 1;

    /// <summary>Explains the section; null where nothing has to be said.</summary>
    public string? Note { get; init; }

    /// <summary>Printed as one line of a table for each row, rather than as a block.</summary>
    public bool AsLines { get; init; }
}

internal enum FieldKind
{
    /// <summary>Text on one line.</summary>
    Line,

    /// <summary>A list, one entry on each line.</summary>
    Lines,

    /// <summary>Text of any number of lines.</summary>
    Narrative,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A day and a time by the hub's clock.</summary>
    Moment,

    /// <summary>One of a list.</summary>
    Choice,

    /// <summary>One of a list of numbers.</summary>
    NumberChoice,

    /// <summary>A box to tick.</summary>
    Flag,
}
