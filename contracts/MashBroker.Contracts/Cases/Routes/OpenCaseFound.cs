using MashBroker.Contracts.Contacts;

namespace MashBroker.Contracts.Cases;

/// <summary>The hub found that a service works with the child already, or no longer does.</summary>
public sealed record OpenCaseFound : CaseStatement
{
    public required OpenCase Case { get; init; }

    /// <summary>True where it has ended: nobody is pointed there any more.</summary>
    public bool Closed { get; init; }

    internal static OpenCaseFound Read(FormObject form, DateTimeOffset now) =>
        new()
        {
            By = CaseForm.By(form),
            Role = CaseForm.Role(form),
            Case =
                form.Object("case", each => ContactForm.ReadOpenCase(each, now)) ?? new OpenCase { Service = default },
            Closed = form.Flag("closed"),
        };
}
