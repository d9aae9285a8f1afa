using MashBroker.Contracts.Contacts;

namespace MashBroker.Contracts.Cases;

/// <summary>Somebody whose view the hub's rules ask for was not contacted, and why.</summary>
public sealed record NotContacted : CaseStatement
{
    public required ContactSought Of { get; init; }

    /// <summary>e.g. that it would put the child at risk, or that nobody answered and when.</summary>
    public required string Why { get; init; }

    internal static NotContacted Read(FormObject form, DateTimeOffset now) =>
        new()
        {
            By = CaseForm.By(form),
            Role = CaseForm.Role(form),
            Of = form.Word<ContactSought>("of", required: true) ?? default,
            Why = form.Text("why", TextLimit.Narrative, required: true) ?? "",
        };
}

/// <summary>Whom a hub contacts about a contact that becomes no enquiry.</summary>
public enum ContactSought
{
    None = 0,
    Parents,
    Referrer,
}
