namespace MashBroker.Contracts;

/// <summary>How a number of one scheme must look, for the door.</summary>
/// <param name="Name">e.g. <c>NHS number</c>.</param>
/// <param name="Example">What a well-formed one looks like, in words.</param>
internal sealed record IdentifierForm(string Name, string Example, Func<string, Form> Judge)
{
    public static readonly IReadOnlyDictionary<string, IdentifierForm> ByScheme = new Dictionary<
        string,
        IdentifierForm
    >(StringComparer.Ordinal)
    {
        [IdentifierScheme.NhsNumber] = new(
            "NHS number",
            "ten digits",
            text => NhsNumber.TryParse(text, out var number) ? Checked(number.CheckDigitHolds) : Form.Malformed
        ),
        [IdentifierScheme.UniquePupilNumber] = new(
            "unique pupil number",
            "a letter and twelve digits; UN codes name nobody",
            text => UniquePupilNumber.TryParse(text, out var number) ? Checked(number.CheckDigitHolds) : Form.Malformed
        ),
        [IdentifierScheme.UniqueLearnerNumber] = new(
            "unique learner number",
            "ten digits",
            text =>
                UniqueLearnerNumber.TryParse(text, out var number) ? Checked(number.CheckDigitHolds) : Form.Malformed
        ),
        [IdentifierScheme.PncId] = new(
            "PNC id",
            "year, slash, serial and letter",
            text => PncId.TryParse(text, out var id) ? Checked(id.CheckDigitHolds) : Form.Malformed
        ),
        [IdentifierScheme.CroNumber] = new(
            "CRO number",
            "serial, slash, year and letter, or SF, year, slash, serial and letter",
            text => CroNumber.TryParse(text, out var number) ? Checked(number.CheckDigitHolds) : Form.Malformed
        ),
        [IdentifierScheme.CaseReferenceNumber] = new(
            "CRN",
            "a letter and six digits",
            text => Unchecked(CaseReferenceNumber.TryParse(text, out _))
        ),
        [IdentifierScheme.NomsNumber] = new(
            "prison number",
            "a letter, four digits and two letters",
            text => Unchecked(NomsNumber.TryParse(text, out _))
        ),
        [IdentifierScheme.NationalInsuranceNumber] = new(
            "National Insurance number",
            "two letters, six digits and a letter from A to D",
            text => Unchecked(NationalInsuranceNumber.TryParse(text, out _))
        ),
        [IdentifierScheme.Uprn] = new(
            "UPRN",
            "up to twelve digits without leading zeros",
            text => Unchecked(Uprn.TryParse(text, out _))
        ),
        [IdentifierScheme.Urn] = new("school URN", "six digits", text => Unchecked(Urn.TryParse(text, out _))),
    };

    private static Form Checked(bool holds) => holds ? Form.Holds : Form.CheckDigitFails;

    private static Form Unchecked(bool wellFormed) => wellFormed ? Form.Holds : Form.Malformed;
}

internal enum Form
{
    Malformed = 0,
    CheckDigitFails,
    Holds,
}
