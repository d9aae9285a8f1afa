namespace MashBroker.Rules;

/// <summary>
/// What a hub and an agency signed. With <see cref="AgencyProfile.AskedAbout"/>, <see cref="AgencyProfile.MaySee"/> and
/// <see cref="AgencyProfile.MayReturn"/> it says what may be asked and told. Outside its dates and purposes nothing may.
/// </summary>
/// <param name="Version">As on the document, e.g. <c>2.1</c>.</param>
/// <param name="From">First day, in the hub's zone.</param>
/// <param name="Until">Last day, inclusive; absent: until further notice.</param>
/// <param name="Purposes">Codes; that of the enquiry must be among them.</param>
public sealed record SharingAgreement(string Version, DateOnly From, DateOnly? Until, IReadOnlyList<string> Purposes)
{
    /// <summary>What whoever reads of a placeholder has to know.</summary>
    public const string PlaceholderInWords = "a placeholder: replace it by what you agreed";

    /// <summary>Nobody signed it: it stands in, with what the agency may be told, may return and is asked, until the hub writes what was agreed.</summary>
    public bool Placeholder { get; init; }

    public bool Covers(string purpose, DateOnly on) =>
        From <= on && (Until is not { } last || on <= last) && Purposes.Contains(purpose);
}
