using MashBroker.Contracts.Contacts;
using NodaTime;

namespace MashBroker.Rules;

/// <summary>A contact as criteria look at it, in the hub's own time.</summary>
internal sealed class ContactFacts
{
    private readonly DateTimeZone _zone;

    public ContactFacts(HubProfile profile, Contact contact, DateTimeOffset now)
    {
        _zone = DateTimeZoneProviders.Tzdb[profile.Zone];
        Contact = contact;
        Now = Instant.FromDateTimeOffset(now);
        ReceivedOn = Date(Instant.FromDateTimeOffset(contact.ReceivedAt));
        Episodes =
        [
            .. Episode.Joined(
                contact
                    .MissingEpisodes.Select(reported => Episode.Of(reported, Now))
                    .Where(episode => episode.From <= Now)
            ),
        ];
    }

    public Contact Contact { get; }

    public Instant Now { get; }

    public LocalDate Today => Date(Now);

    public LocalDate ReceivedOn { get; }

    /// <summary>In the order in which they began; between any two the child was found.</summary>
    public IReadOnlyList<Episode> Episodes { get; }

    public bool StillMissing => Episodes.Any(episode => episode.Open);

    public LocalDate Date(Instant at) => at.InZone(_zone).Date;

    public LocalDateTime Local(Instant at) => at.InZone(_zone).LocalDateTime;
}

/// <summary>A missing episode, an open one as long as it has lasted by now.</summary>
internal sealed record Episode(Instant From, Instant Until, bool Open)
{
    public Duration Length => Until - From;

    public static Episode Of(MissingEpisode reported, Instant now)
    {
        var until = reported.Until is { } ended ? Instant.FromDateTimeOffset(ended) : Instant.MaxValue;
        return new Episode(Instant.FromDateTimeOffset(reported.From), Instant.Min(until, now), until > now);
    }

    /// <summary>One absence told by several people, or in parts that touch, is one: from its first beginning to its last end.</summary>
    public static IReadOnlyList<Episode> Joined(IEnumerable<Episode> reported)
    {
        var joined = new List<Episode>();
        foreach (var episode in reported.OrderBy(episode => episode.From))
        {
            if (joined is [.., var last] && episode.From <= last.Until)
            {
                joined[^1] = last with
                {
                    Until = Instant.Max(last.Until, episode.Until),
                    Open = last.Open || episode.Open,
                };
            }
            else
            {
                joined.Add(episode);
            }
        }

        return joined;
    }
}
