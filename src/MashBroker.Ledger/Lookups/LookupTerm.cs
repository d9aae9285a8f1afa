namespace MashBroker.Ledger.Lookups;

/// <summary>One way in which a person or a home can be recognised again. Kept as a keyed hash and never as text.</summary>
/// <param name="Kind">
/// Scheme of a number, <c>name-and-birth</c> or <c>home</c>, which is a postcode with a first line or a name with one; equal values of
/// different kinds are different.
/// </param>
/// <param name="Value">Normalised, so that two spellings of one thing are one.</param>
/// <param name="OfChild">It is the child's whom the contact is about.</param>
public sealed record LookupTerm(string Kind, string Value, bool OfChild)
{
    public const string NameAndBirth = "name-and-birth";
    public const string Home = "home";
}
