using MashBroker.Contracts.Contacts;

namespace MashBroker.Contracts.Cases;

/// <summary>A named person reminds agencies of a return that has not come.</summary>
public sealed record Chase : CaseStatement
{
    /// <summary>Code of the one agency; absent: all that have still to answer.</summary>
    public string? Agency { get; init; }

    /// <summary>Codes of the agencies reminded; written by the hub.</summary>
    public IReadOnlyList<string> Chased { get; init; } = [];

    internal static Chase Read(FormObject form, DateTimeOffset now) =>
        new()
        {
            By = CaseForm.By(form),
            Role = CaseForm.Role(form),
            Agency = form.Text("agency", TextLimit.Code),
        };
}
