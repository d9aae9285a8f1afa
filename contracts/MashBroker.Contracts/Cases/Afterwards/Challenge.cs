using MashBroker.Contracts.Contacts;

namespace MashBroker.Contracts.Cases;

/// <summary>Somebody does not agree with what the hub did: a professional, or a parent or carer. The two are kept apart.</summary>
public abstract record Challenge : CaseStatement
{
    /// <summary>Counted from 1 within the case and its kind; of the hub, not of the form.</summary>
    public int Number { get; init; }

    /// <summary>Who does not agree.</summary>
    public required string From { get; init; }

    /// <summary>As what: their agency and post, or what they are to the child.</summary>
    public required string FromRole { get; init; }

    /// <summary>What about, in their words.</summary>
    public required string Text { get; init; }
}

/// <summary>A professional does not agree with a decision or with how it came about.</summary>
public sealed record Disagreement : Challenge
{
    internal static Disagreement Read(FormObject form, DateTimeOffset now) =>
        new()
        {
            By = CaseForm.By(form),
            Role = CaseForm.Role(form),
            From = form.Text("from", TextLimit.Name, required: true) ?? "",
            FromRole = form.Text("fromRole", TextLimit.Line, required: true) ?? "",
            Text = form.Text("text", TextLimit.Narrative, required: true) ?? "",
        };
}

/// <summary>A parent or carer complains of what the hub did.</summary>
public sealed record Complaint : Challenge
{
    internal static Complaint Read(FormObject form, DateTimeOffset now) =>
        new()
        {
            By = CaseForm.By(form),
            Role = CaseForm.Role(form),
            From = form.Text("from", TextLimit.Name, required: true) ?? "",
            FromRole = form.Text("fromRole", TextLimit.Line, required: true) ?? "",
            Text = form.Text("text", TextLimit.Narrative, required: true) ?? "",
        };
}
