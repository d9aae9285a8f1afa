using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Ledger.Cases;
using MashBroker.Rules;

namespace MashBroker.Ledger.Contacts;

/// <summary>
/// Services that work with a child already: those that the referrer named, as long as the hub has not found otherwise, and those
/// that the hub found. Of two statements about one service the later stands.
/// </summary>
public sealed class OpenCases
{
    /// <summary>Kind of entry in which the hub says so.</summary>
    public static readonly string Kind = CaseEntryKinds.Of<OpenCaseFound>().Code;

    private OpenCases(IReadOnlyList<OpenCase> all) => All = all;

    /// <summary>At most one of each service.</summary>
    public IReadOnlyList<OpenCase> All { get; }

    /// <param name="file">Entries of the case; others than <see cref="Kind"/> are passed over.</param>
    public static OpenCases Of(Contact contact, IEnumerable<CaseEntry> file)
    {
        var open = new SortedDictionary<OpenService, OpenCase>();
        foreach (var stated in contact.OpenTo)
        {
            open[stated.Service] = stated;
        }

        foreach (var found in file.Select(entry => entry.Statement).OfType<OpenCaseFound>())
        {
            if (found.Closed)
            {
                open.Remove(found.Case.Service);
            }
            else
            {
                open[found.Case.Service] = found.Case;
            }
        }

        return new OpenCases([.. open.Values]);
    }

    /// <summary>What the hub's rules are asked with this known.</summary>
    public OutlookQuestion Ask(Contact contact, DateTimeOffset now) =>
        new()
        {
            Contact = contact,
            Now = now,
            OpenToSocialWorker = All.Any(open => open.Service is OpenService.SocialWorker),
            OpenToEarlyHelp = All.Any(open => open.Service is OpenService.EarlyHelp),
        };
}
