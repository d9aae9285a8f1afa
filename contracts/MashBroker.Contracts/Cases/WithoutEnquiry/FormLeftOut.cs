using MashBroker.Contracts.Contacts;

namespace MashBroker.Contracts.Cases;

/// <summary>Somebody saw that these fields of a referral form could not be read, and went on without them.</summary>
public sealed record FormLeftOut : CaseStatement
{
    private const int MostFields = 200;

    /// <summary>Paths of the form, which say nothing of what stood there.</summary>
    public required IReadOnlyList<string> Fields { get; init; }

    internal static FormLeftOut Read(FormObject form, DateTimeOffset now) =>
        new()
        {
            By = CaseForm.By(form),
            Role = CaseForm.Role(form),
            Fields = form.Texts("fields", MostFields, TextLimit.Line),
        };
}
