namespace MashBroker.Rules;

/// <summary>One text that is about to leave the hub.</summary>
/// <param name="Path">The field it stands in, e.g. <c>concernSummary</c>; never a value.</param>
/// <param name="IsField">
/// A field of a form, e.g. a line of an address, in which nobody tells anything: only names, numbers and places are looked for.
/// </param>
public sealed record OutgoingText(string Path, string Text, bool IsField = false);
