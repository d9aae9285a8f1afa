using System.Text.RegularExpressions;

namespace MashBroker.Contracts;

/// <summary>Codes name people within an enquiry without naming them, so they may stand where no name may.</summary>
internal static partial class SubjectCode
{
    [GeneratedRegex(@"\AS[1-9][0-9]{0,3}\z", RegexOptions.CultureInvariant)]
    public static partial Regex Shape();
}
