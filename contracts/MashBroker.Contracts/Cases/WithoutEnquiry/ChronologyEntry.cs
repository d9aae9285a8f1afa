using MashBroker.Contracts.Contacts;

namespace MashBroker.Contracts.Cases;

/// <summary>One line of the chronology of what social care and Early Help have done for a child.</summary>
public sealed record ChronologyEntry : CaseStatement
{
    /// <summary>The day it happened, or began.</summary>
    public required DateOnly On { get; init; }

    public DateOnly? Until { get; init; }

    public required ChronologySource Source { get; init; }

    public required string Text { get; init; }

    internal static ChronologyEntry Read(FormObject form, DateTimeOffset now)
    {
        var read = new ChronologyEntry
        {
            By = CaseForm.By(form),
            Role = CaseForm.Role(form),
            On = form.Date("on", latest: ContactForm.LatestToday(now), required: true) ?? default,
            Until = form.Date("until"),
            Source = form.Word<ChronologySource>("source", required: true) ?? default,
            Text = form.Text("text", TextLimit.Narrative, required: true) ?? "",
        };
        if (read.Until < read.On && !form.HasFaultIn("on"))
        {
            form.Fault("until", "is before on", "Give the day on which it ended, or leave it out");
        }

        return read;
    }
}

/// <summary>Whose records a line of a chronology is from.</summary>
public enum ChronologySource
{
    None = 0,
    SocialCare,
    EarlyHelp,
    Other,
}
