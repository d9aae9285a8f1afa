using MashBroker.Contracts.Contacts;

namespace MashBroker.Contracts.Cases;

/// <summary>
/// A contact is about a household that an open enquiry is about already: its people and its concern go there, and the agencies
/// are not asked twice.
/// </summary>
public sealed record JoinedEnquiry : CaseStatement
{
    /// <summary>Why it belongs there, in a sentence; agencies hear it.</summary>
    public required string Reason { get; init; }

    /// <summary>Codes in the enquiry of people whom somebody of the contact resembles by name and birth, and is.</summary>
    public IReadOnlyList<string> SamePerson { get; init; } = [];

    /// <summary>Codes in the enquiry of people whom somebody of the contact resembles by name and birth, and is not.</summary>
    public IReadOnlyList<string> SomebodyElse { get; init; } = [];

    /// <summary>The enquiry; written by the hub.</summary>
    public EnquiryReference? Enquiry { get; init; }

    /// <summary>Codes in the enquiry of the people added or described anew; written by the hub.</summary>
    public IReadOnlyList<string> People { get; init; } = [];

    internal static JoinedEnquiry Read(FormObject form, DateTimeOffset now) =>
        new()
        {
            By = CaseForm.By(form),
            Role = CaseForm.Role(form),
            Reason = form.Text("reason", TextLimit.Statement, required: true) ?? "",
            SamePerson = form.Texts("samePerson", NewFacts.PeopleLimit, TextLimit.Code),
            SomebodyElse = form.Texts("somebodyElse", NewFacts.PeopleLimit, TextLimit.Code),
        };
}
