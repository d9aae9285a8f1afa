using MashBroker.Contracts.Contacts;

namespace MashBroker.Contracts.Cases;

/// <summary>
/// The basis and the conditions on which information about this family is asked for and shared, as whoever decides states
/// them. Codes are the hub's (its profile, or the product's list); consent is none of them.
/// </summary>
public sealed record LawfulBasis : CaseStatement
{
    /// <summary>Code of the power or duty, e.g. <c>children-act-1989-s47</c>; absent: the one that the enquiry was planned under.</summary>
    public string? Power { get; init; }

    /// <summary>Code of the basis of UK GDPR article 6.</summary>
    public required string Basis { get; init; }

    /// <summary>Code of the condition for special category data; absent where none is shared.</summary>
    public string? Condition { get; init; }

    /// <summary>Code of why it is done without consent; required with a condition that asks for it.</summary>
    public string? WithoutConsent { get; init; }

    /// <summary>Code of the authority for criminal offence data; absent where none is shared.</summary>
    public string? OffenceData { get; init; }

    /// <summary>Why it is necessary and proportionate. Stands in the requests, so it names nobody.</summary>
    public required string Necessity { get; init; }

    internal static LawfulBasis Read(FormObject form, DateTimeOffset now) =>
        new()
        {
            By = CaseForm.By(form),
            Role = CaseForm.Role(form),
            Power = form.Text("power", TextLimit.Code),
            Basis = form.Text("basis", TextLimit.Code, required: true) ?? "",
            Condition = form.Text("condition", TextLimit.Code),
            WithoutConsent = form.Text("withoutConsent", TextLimit.Code),
            OffenceData = form.Text("offenceData", TextLimit.Code),
            Necessity = form.Text("necessity", TextLimit.Statement, required: true) ?? "",
        };
}
