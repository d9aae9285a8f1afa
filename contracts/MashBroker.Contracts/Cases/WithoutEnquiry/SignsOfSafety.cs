using MashBroker.Contracts.Contacts;

namespace MashBroker.Contracts.Cases;

/// <summary>
/// "What needs to happen?", and how safe the child is, from 0 (so dangerous that the child cannot live at home) to 10 (safe enough
/// to close). Worries and strengths are entries of their own: <see cref="RiskFactor"/>, <see cref="ProtectiveFactor"/>.
/// </summary>
public sealed record SignsOfSafety : CaseStatement
{
    private const int MostLines = 20;
    private const int Safest = 10;

    /// <summary>0 to 10.</summary>
    public required int Scale { get; init; }

    public IReadOnlyList<string> SafetyGoals { get; init; } = [];

    public IReadOnlyList<string> NextSteps { get; init; } = [];

    internal static SignsOfSafety Read(FormObject form, DateTimeOffset now)
    {
        var read = new SignsOfSafety
        {
            By = CaseForm.By(form),
            Role = CaseForm.Role(form),
            Scale = form.Number("scale", 0, Safest) ?? -1,
            SafetyGoals = form.Texts("safetyGoals", MostLines, TextLimit.Narrative),
            NextSteps = form.Texts("nextSteps", MostLines, TextLimit.Narrative),
        };
        if (read.Scale < 0 && !form.HasFaultIn("scale"))
        {
            form.Fault("scale", "is missing", $"Give a whole number from 0 to {Safest}");
        }

        return read;
    }
}
