using MashBroker.Contracts.Contacts;

namespace MashBroker.Contracts.Cases;

/// <summary>A named person says that a strategy discussion is not held, and why. One that is held at another time is called anew instead.</summary>
public sealed record StrategyCancellation : CaseStatement
{
    public required string Reason { get; init; }

    /// <summary>
    /// Why the agencies need not meet at all: it ends the limit, which goes on otherwise where the hub's rule calls for a discussion.
    /// </summary>
    public string? NoneNeededBecause { get; init; }

    /// <summary>Why somebody says that none is needed who neither leads it nor decides; the hub keeps it as a <see cref="Departure"/> of its own.</summary>
    public string? DepartsFromRole { get; init; }

    /// <summary>Of the discussion; absent where none was called and only its limit ran. Written by the hub.</summary>
    public int? Number { get; init; }

    internal static StrategyCancellation Read(FormObject form, DateTimeOffset now) =>
        new()
        {
            By = CaseForm.By(form),
            Role = CaseForm.Role(form),
            Reason = form.Text("reason", TextLimit.Narrative, required: true) ?? "",
            NoneNeededBecause = form.Text("noneNeededBecause", TextLimit.Narrative),
            DepartsFromRole = CaseForm.DepartsFromRole(form),
        };
}
