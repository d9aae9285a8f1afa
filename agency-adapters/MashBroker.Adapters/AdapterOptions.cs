using System.ComponentModel.DataAnnotations;

namespace MashBroker.Adapters;

/// <summary>Settings every adapter has. Section <c>Adapter</c>.</summary>
public sealed class AdapterOptions
{
    public const string Section = "Adapter";

    /// <summary>Code of the hub served, e.g. <c>sefton</c>.</summary>
    [Required]
    public string Hub { get; set; } = "";

    /// <summary>Code of this agency, e.g. <c>police</c>; must be that of its certificate.</summary>
    [Required]
    public string Agency { get; set; } = "";

    /// <summary>Folder with this agency's keys, the root and the hub's certificates.</summary>
    [Required]
    public string KeyFolder { get; set; } = "";

    /// <summary>The adapter's own SQLite file: requests received, returns to send.</summary>
    [Required]
    public string InboxFile { get; set; } = "";

    /// <summary>
    /// The key without which nothing in the inbox can be read; made at the first start. Beside the inbox and with the ending
    /// <c>.key</c> unless said otherwise: keep it where the inbox's backups are not.
    /// </summary>
    public string? InboxKeyFile { get; set; }

    /// <summary>Send a part for each person as soon as they were looked up, instead of one return for all.</summary>
    public bool AnswerInParts { get; set; }

    /// <summary>Seconds after which one search of the records system is given up and answered as "could not look".</summary>
    [Range(1, 3600)]
    public int SearchTimeoutSeconds { get; set; } = 120;

    /// <summary>More records than this for one person are refused as a fault of the system rather than sent.</summary>
    [Range(1, 10_000)]
    public int MostRecordsPerPerson { get; set; } = 500;

    /// <summary>
    /// Seconds between two heartbeats. Their answers bring the newest revocation list: more than 45 would break the promise that
    /// who was revoked is refused everywhere within a minute.
    /// </summary>
    [Range(1, 45)]
    public int HeartbeatSeconds { get; set; } = 30;

    /// <summary>Requests worked on at a time. One place more is kept for Red ones.</summary>
    [Range(1, 32)]
    public int RequestsAtATime { get; set; } = 3;

    /// <summary>Times a search is repeated when the records system does not answer, before the return says so.</summary>
    [Range(0, 10)]
    public int SearchRepeats { get; set; } = 2;

    /// <summary>Milliseconds before the first repeat of a search; doubles with each.</summary>
    [Range(0, 60_000)]
    public int SearchPauseMilliseconds { get; set; } = 200;
}
