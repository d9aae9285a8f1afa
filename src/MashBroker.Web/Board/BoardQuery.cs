using MashBroker.Contracts;
using MashBroker.Ledger;
using MashBroker.Ledger.Agencies;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Decisions;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Flags;
using MashBroker.Ledger.Notices;
using MashBroker.Ledger.Quarantine;
using MashBroker.Messaging;
using MashBroker.Rules;
using MashBroker.Web.Cases;

namespace MashBroker.Web.Board;

/// <summary>Reads the board from one consistent state of the ledger.</summary>
internal sealed class BoardQuery(LedgerFront ledger, HubProfile profile, TimeProvider clock)
{
    private const int MostEnquiries = 200;
    private const int MostFlags = 60;

    /// <summary>An adapter that is silent for longer than this is not reporting: three heartbeats of its default interval.</summary>
    private static readonly TimeSpan HeartbeatPatience = TimeSpan.FromSeconds(90);

    public Task<BoardView> ReadAsync(CancellationToken cancellation) =>
        ledger.ReadAsync(
            async view =>
            {
                var now = clock.GetUtcNow();
                var enquiries = await EnquiryStore.ListAsync(view, MostEnquiries);
                var requests = await EnquiryStore.RequestsOfAsync(
                    view,
                    [.. enquiries.Select(enquiry => enquiry.Reference)]
                );
                var refused = await QuarantineStore.CountBySenderAsync(view);
                var heard = (await AgencyStore.ListAsync(view)).ToDictionary(row => row.Agency);
                return new BoardView
                {
                    Hub = profile.Name,
                    Now = now,
                    Notices = [.. (await NoticeStore.AllAsync(view)).Select(notice => notice.Text)],
                    Waiting = await WaitingAsync(view, now),
                    Enquiries =
                    [
                        .. enquiries.Select(enquiry => Of(enquiry, requests[enquiry.Reference], now, profile)),
                    ],
                    Agencies =
                    [
                        .. profile.Agencies.Select(agency =>
                            Of(agency, heard.GetValueOrDefault(agency.Code), RefusedOf(agency, refused), now)
                        ),
                    ],
                    Flags =
                    [
                        // Of each agency the newest: once it is late, nobody needs to be told that half its time has gone.
                        .. (await FlagStore.LatestAsync(view, MostFlags))
                            .DistinctBy(flag => (flag.EnquiryReference, flag.Agency))
                            .Select(flag => new BoardFlag(
                                flag.EnquiryReference,
                                flag.Agency,
                                Words(
                                    flag.Kind,
                                    enquiries.FirstOrDefault(enquiry => enquiry.Reference == flag.EnquiryReference),
                                    now
                                ),
                                flag.DueAt
                            )),
                    ],
                    Addenda =
                    [
                        .. (await AddendumStore.UnjudgedAsync(view, MostFlags)).Select(row => new BoardAddendum(
                            row.EnquiryReference,
                            row.Number,
                            row.Agencies,
                            row.ToBeTold,
                            row.AddedAt,
                            row.DueAt,
                            MinutesOver(row.DueAt, now)
                        )),
                    ],
                    LookAgain = await LookAgainAsync(view, now),
                    Clocks =
                    [
                        .. (await CaseClocks.RunningAsync(view, MostFlags)).Select(each => CaseClockView.Of(each, now)),
                    ],
                    MessagesRefused = refused.Values.Sum(),
                };
            },
            cancellation
        );

    internal static BoardEnquiry Of(
        EnquiryRow enquiry,
        IEnumerable<RequestRow> requests,
        DateTimeOffset now,
        HubProfile profile
    )
    {
        var plan = PublishedPlan.Read(enquiry.PlanJson);
        return new BoardEnquiry
        {
            Reference = enquiry.Reference,
            Rating = enquiry.Rating,
            State = enquiry.State,
            AllInAt = enquiry.AllInAt,
            WithdrawnAt = enquiry.WithdrawnAt,
            PublishedAt = enquiry.PublishedAt,
            ReturnDueAt = enquiry.ReturnDueAt,
            DecisionDueAt = enquiry.DecisionDueAt,
            MinutesLeft = (int)Math.Floor((enquiry.ReturnDueAt - now).TotalMinutes),
            MinutesToDecide = plan.MinutesToDecide,
            Remarks = plan.Remarks,
            PackVersion = enquiry.PackVersion,
            Outcome = enquiry.Outcome,
            DecidedAt = enquiry.DecidedAt,
            DecisionMinutesOver = enquiry.DecisionMinutesOver(now),
            Agencies = [.. requests.Select(request => Of(request, new HubTime(profile.Zone)))],
        };
    }

    internal static BoardRequest Of(RequestRow request, HubTime time) =>
        new()
        {
            Agency = request.Agency,
            Name = request.AgencyName,
            Standing = Standings.Of(request),
            Words = Standings.Words(request),
            DueAt = request.State is RequestState.NotAsked or RequestState.Withdrawn ? null : request.DueAt,
            Chasers = request.Chasers,
            Late = request.Late || request.Missing,
            // Who has answered after the decision was due is late, not missing: its return is there to be read.
            Missing = request.Missing && request.State is not RequestState.Answered,
            AskedAgain = Standings.AskedAgain(request, time),
            AskedAgainAt = Standings.AskedAgain(request, time) is null ? null : request.AskedAt,
            SentAt = request.SentAt,
            ReceiptedAt = request.ReceiptedAt,
            AnsweredAt = request.AnsweredAt,
        };

    internal static string Words(FlagKind kind) =>
        kind switch
        {
            FlagKind.HalfTimeGone => "half the time has gone",
            FlagKind.ThreeQuartersGone => "three quarters of the time have gone",
            FlagKind.NineTenthsGone => "nine tenths of the time have gone",
            FlagKind.Late => "late",
            FlagKind.Missing => "missing",
            _ => "decision due",
        };

    /// <summary>As <see cref="Words(FlagKind)"/>; of the decision also by how much.</summary>
    internal static string Words(FlagKind kind, EnquiryRow? enquiry, DateTimeOffset now) =>
        kind is FlagKind.DecisionDue && enquiry?.DecisionMinutesOver(now) is { } over
            ? $"{(enquiry.DecidedAt is null ? "not decided" : "decided late")}, {Counted.Minutes(over)} over"
            : Words(kind);

    private static int? MinutesOver(DateTimeOffset? dueAt, DateTimeOffset now) =>
        now > dueAt ? (int)Math.Ceiling((now - dueAt.Value).TotalMinutes) : null;

    // What cannot be opened has no signer; the broker has checked whose connection it came over.
    private int RefusedOf(AgencyProfile agency, IReadOnlyDictionary<string, int> refused) =>
        refused.GetValueOrDefault(agency.Code)
        + refused.GetValueOrDefault(BrokerPermissions.UserOfAgency(profile.Code, agency.Code));

    private static async Task<IReadOnlyList<BoardLookAgain>> LookAgainAsync(LedgerSession view, DateTimeOffset now)
    {
        var waiting = new List<BoardLookAgain>();
        foreach (var clock in await CaseClocks.RunningAsync(view, CaseClockKind.DecisionAnew, MostFlags))
        {
            if (
                clock.EnquiryReference is { } enquiry
                && await DecisionStore.StandingAsync(view, enquiry) is { } decision
            )
            {
                waiting.Add(
                    new BoardLookAgain(
                        enquiry,
                        decision.Number,
                        clock.About,
                        $"{decision.DecidedBy}, {decision.Role}",
                        clock.StartedAt,
                        clock.DueAt,
                        clock.MinutesOver(now)
                    )
                );
            }
        }

        return waiting;
    }

    private static async Task<IReadOnlyList<WaitingContact>> WaitingAsync(LedgerSession view, DateTimeOffset now)
    {
        var received = await ContactStore.InStateAsync(view, ContactState.Received, 100);
        var triaged = await ContactStore.InStateAsync(view, ContactState.Triaged, 100);
        var confirmed = await ContactStore.InStateAsync(view, ContactState.RatingConfirmed, 100);
        return
        [
            .. received
                .Concat(triaged)
                .Concat(confirmed)
                .OrderBy(row => row.ReceivedAt)
                .Select(row => new WaitingContact(
                    row.Reference,
                    row.State,
                    row.ReceivedAt,
                    row.Overdue,
                    row.Qualifies,
                    row.SuggestedRating is Rating.None ? null : row.SuggestedRating,
                    row.DecisionDueAt
                )
                {
                    MinutesOver = MinutesOver(row.DecisionDueAt, now),
                    LeakBlockedAt = row.LeakBlockedAt,
                }),
        ];
    }

    private static BoardAgency Of(AgencyProfile agency, AgencyRow? heard, int refused, DateTimeOffset now)
    {
        var (health, words) = heard switch
        {
            null when refused > 0 => (Health.SendingRubbish, "Its messages are refused"),
            null => (Health.NotConnected, "Never heard of"),
            _ when now - heard.HeardAt > HeartbeatPatience => (Health.NotReporting, "Not reporting"),
            { RecordsReachable: false } => (Health.RecordsUnreachable, "Its records system does not answer"),
            _ when refused > 0 => (Health.SendingRubbish, "Reporting, and messages of it were refused"),
            _ => (Health.Reporting, "Reporting"),
        };
        return new BoardAgency
        {
            Agency = agency.Code,
            Name = agency.Name,
            Health = health,
            Words = words,
            HeardAt = heard?.HeardAt,
            Refused = refused,
        };
    }
}
