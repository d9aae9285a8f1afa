using System.Text.Json;
using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Json;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Leaks;
using MashBroker.Ledger.Lookups;
using MashBroker.Ledger.Referrers;
using MashBroker.Rules;
using MashBroker.Sealing;

namespace MashBroker.Ledger.Life;

/// <summary>A published enquiry while a change is made to it: all that the change needs to know, and what is wrong with it.</summary>
internal sealed class OpenEnquiry
{
    // As for a request: an agency that was down for weeks is still told.
    private static readonly TimeSpan ValidAfterDue = TimeSpan.FromDays(30);

    private readonly List<FieldFault> _faults;
    private readonly HashSet<string> _misread;

    private OpenEnquiry(
        LedgerTransaction ledger,
        HubProfile profile,
        EnquiryRow row,
        ContactRow contact,
        IReadOnlyList<RequestRow> requests,
        IReadOnlyList<FieldFault> misread
    )
    {
        (Ledger, Profile, Row, ContactRow, Requests) = (ledger, profile, row, contact, requests);
        (_faults, _misread) = ([.. misread], [.. misread.Select(fault => fault.Path)]);
        Content = EnquiryContent.Read(row.Content);
        Clock = new HubClock(profile);
    }

    public LedgerTransaction Ledger { get; }

    public HubProfile Profile { get; }

    public HubClock Clock { get; }

    public EnquiryRow Row { get; }

    public ContactRow ContactRow { get; }

    public EnquiryContent Content { get; }

    /// <summary>In the order of the hub's profile.</summary>
    public IReadOnlyList<RequestRow> Requests { get; }

    public bool IsFaulty => _faults.Count > 0;

    /// <param name="misread">What is wrong with the form of what is said: refused with whatever else stands in its way.</param>
    /// <returns>Null when there is no such enquiry.</returns>
    /// <exception cref="MashBroker.Vault.ContentErasedException">What was kept of the family has been erased.</exception>
    public static async Task<OpenEnquiry?> FindAsync(
        LedgerTransaction ledger,
        HubProfile profile,
        EnquiryReference reference,
        IReadOnlyList<FieldFault> misread
    ) =>
        await EnquiryStore.FindAsync(ledger, reference) is { } row
            ? new OpenEnquiry(
                ledger,
                profile,
                row,
                (await ContactStore.FindAsync(ledger, row.ContactReference))!,
                await EnquiryStore.RequestsOfAsync(ledger, reference),
                misread
            )
            : null;

    // Of a field that could not be read nothing more is said: what was taken in its stead is nobody's.
    public void Fault(string path, string fault, string remedy)
    {
        if (!_misread.Contains(path))
        {
            _faults.Add(new FieldFault(path, fault, remedy));
        }
    }

    /// <summary>An act that the hub's rules leave to others is refused, unless it is said why this person does it.</summary>
    /// <returns>What goes on record beside the act.</returns>
    public IReadOnlyList<Departure> Hold(IEnumerable<NotTheirs> acts, CaseStatement said, string? why)
    {
        var (faults, departures) = NotTheirs.Settle(acts, said.By, said.Role, why);
        foreach (var fault in faults)
        {
            Fault(fault.Path, fault.Fault, fault.Remedy);
        }

        return departures;
    }

    /// <summary>Whether a field, or something within it, could not be read.</summary>
    public bool IsMisread(string field) =>
        _misread.Any(path => path == field || path.StartsWith($"{field}[", StringComparison.Ordinal));

    /// <summary>An enquiry that is decided or withdrawn takes nothing new.</summary>
    public void RefuseUnlessRunning()
    {
        if (Row.WithdrawnAt is not null)
        {
            Fault("enquiry", "was withdrawn", "Submit a new contact if there is something new");
        }
        else if (Row.Outcome is not null)
        {
            Fault(
                "enquiry",
                "is decided",
                $"What is new on a closed case is a new referral through {Profile.AfterClosing.NewReferralThrough}: say \"follows\": \"{ContactRow.Reference}\" in it"
            );
        }
    }

    /// <summary>The request of an agency that a statement names.</summary>
    public RequestRow? RequestTo(string agency)
    {
        var request = Requests.SingleOrDefault(each => each.Agency == agency);
        if (request is null)
        {
            Fault(
                "agency",
                "has no part in this enquiry",
                $"Give one of {string.Join(", ", Requests.Select(each => each.Agency))}"
            );
        }

        return request;
    }

    /// <summary>The contact with everybody of the enquiry as they are described now.</summary>
    public async Task<Contact> ContactAsync()
    {
        // With its referrer, so that their name is taken out of what leaves.
        var kept = await LookupStore.ReadAsync(Ledger, ContactRow, Profile.Zone);
        return await ReferrerStore.RestoreAsync(Ledger, ContactRow, kept) with { People = Content.Subjects };
    }

    /// <summary>What stands on record about sharing this family's information, as it stands now.</summary>
    public async Task<SharingRecord> OnRecordAsync(Contact contact) =>
        await SharingFile.ReadAsync(Ledger, ContactRow.Reference, contact);

    /// <summary>None where the agency may be told and asked today: its agreement is in force and nobody has decided otherwise.</summary>
    public NotAskedReason MayBeAsked(AgencyProfile agency, SharingRecord onRecord)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(Profile.Zone);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Ledger.Now, zone).DateTime);
        return EnquiryPlan.MayBeAsked(Profile, agency, today, onRecord);
    }

    /// <summary>A letter about a request.</summary>
    public Letter About(RequestRow request, Rating rating, DateTimeOffset dueAt, LetterBody body)
    {
        var expires = (dueAt > Ledger.Now ? dueAt : Ledger.Now) + ValidAfterDue;
        var head = LetterHeads.New(
            body,
            Sealer.NewestProfile,
            Profile.Code,
            Party.HubName,
            request.Agency,
            rating,
            Profile.Purpose,
            Ledger.Now,
            expires
        );
        return new Letter(head with { Enquiry = Row.Reference, Request = request.Id, DueAt = dueAt }, body);
    }

    /// <summary>Pre-warnings of a clock, as a plan keeps them: those to come, before the deadline.</summary>
    public IReadOnlyList<PlannedWarning> Warnings(Rating rating, DateTimeOffset start, DateTimeOffset dueAt) =>
        PlannedWarning.Of(
            Clock.PreWarnings(rating, start).Where(warning => warning.At > Ledger.Now && warning.At < dueAt)
        );

    public string WarningsJson(Rating rating, DateTimeOffset start, DateTimeOffset dueAt) =>
        JsonSerializer.Serialize(Warnings(rating, start, dueAt), MashJson.Options);

    /// <summary>Why nothing is done: every fault, and what the leak check found; null where nothing stands in the way.</summary>
    /// <param name="said">As given: looked at before anything is taken out of it.</param>
    /// <param name="leaving">What else would leave.</param>
    public async Task<EnquiryChange?> RefusedAsync(CaseStatement said, params IEnumerable<OutgoingText> leaving)
    {
        var leaks = await LeakGate.CheckAsync(Ledger, ContactRow, said, leaving);
        return IsFaulty || leaks is not null ? Made() with { Faults = _faults, Leaks = leaks } : null;
    }

    /// <param name="told">Codes of the agencies that a letter was written to.</param>
    public EnquiryChange Made(params IReadOnlyCollection<string> told) =>
        new()
        {
            Told = [.. told],
            ToldNames = [.. Requests.Where(each => told.Contains(each.Agency)).Select(each => each.AgencyName)],
            Enquiry = Row.Reference,
            Rating = Row.Rating,
            ReturnDueAt = Row.ReturnDueAt,
            DecisionDueAt = Row.DecisionDueAt,
        };
}
