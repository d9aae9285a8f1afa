using System.Text.Json;
using System.Text.RegularExpressions;
using MashBroker.Contracts.Json;

namespace MashBroker.Contracts.Contacts;

// Days and instants: what is none, and what nobody can mean, is told apart.
internal sealed partial class FormObject
{
    private static readonly DateOnly Earliest = new(1900, 1, 1);

    public DateOnly? Date(string field, DateOnly? latest = null, bool required = false)
    {
        if (Find(field, required, Wanted.Date) is not { } value)
        {
            return null;
        }

        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        if (!DateShape().IsMatch(text))
        {
            Fault(field, $"is not {Wanted.Date}", $"Give {Wanted.Date}");
        }
        else if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", out var date))
        {
            Fault(field, "is a day that does not exist", "Check day and month; 29 February needs a leap year");
        }
        else if (date < Earliest)
        {
            Fault(field, "is before 1900", "Check the year");
        }
        else if (date > latest)
        {
            Fault(field, "is in the future", "Check the year");
        }
        else
        {
            return date;
        }

        return null;
    }

    public DateTimeOffset? Moment(string field, DateTimeOffset latest, bool required = false)
    {
        if (Find(field, required, Wanted.Moment) is not { } value)
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.String || !Instant.TryParseTyped(value.GetString(), out var moment))
        {
            Fault(field, $"is not {Wanted.Moment}", $"Give {Wanted.Moment}");
        }
        else if (moment > latest)
        {
            Fault(field, "is in the future", "Check the date, the time and the offset");
        }
        else if (moment.Year < Earliest.Year)
        {
            Fault(field, "is before 1900", "Check the year");
        }
        else
        {
            return moment;
        }

        return null;
    }

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{2}-[0-9]{2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex DateShape();
}
