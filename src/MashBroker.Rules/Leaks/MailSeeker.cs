using System.Globalization;

namespace MashBroker.Rules;

/// <summary>Looks for an e-mail address or the account before its @, also when at and dot are words.</summary>
internal sealed class MailSeeker : LeakSeeker
{
    private const int ShortestAccount = 4;

    // Everybody's domains tell of nobody.
    private static readonly HashSet<string> Providers = new(
        "gmail googlemail hotmail outlook live yahoo icloud me mac aol btinternet sky talktalk virginmedia ntlworld msn proton protonmail example mail email gmx".Split(
            ' '
        ),
        StringComparer.Ordinal
    );

    private static readonly string[] Spoken =
    [
        "dot",
        "at",
        "underscore",
        "dash",
        "hyphen",
        "full",
        "stop",
        "point",
        "co",
        "uk",
        "com",
        "org",
        "net",
    ];

    private static readonly string[] Figures = "zero one two three four five six seven eight nine".Split(' ');

    private readonly string _account;
    private readonly bool _hasFigures;
    private readonly string _letters;
    private readonly string _host;
    private readonly string _ending;
    private readonly string? _domain;

    public MailSeeker(string email)
    {
        var pieces = email.Trim().Split('@');
        _account = Plain(pieces[0]);
        _hasFigures = _account.Any(char.IsAsciiDigit);
        _letters = string.Concat(_account.Where(char.IsAsciiLetter));
        var domain = pieces.Length > 1 ? Plain(pieces[1].Split('.')[0]) : "";
        _host = domain;
        _ending =
            pieces.Length > 1 && pieces[1].Contains('.', StringComparison.Ordinal)
                ? Plain(pieces[1].Split('.')[1])
                : "";
        _domain = domain.Length >= ShortestAccount && !Providers.Contains(domain) ? domain : null;
    }

    public override IEnumerable<LeakFinding> Seek(ReadText text, string path)
    {
        var words = text.Words;
        for (var i = 0; i < words.Count; i++)
        {
            if (
                _domain is not null
                && words[i].Text == _domain
                && (
                    (i > 0 && text.Folded[..words[i].Start].TrimEnd().EndsWith('@'))
                    || (
                        i + 1 < words.Count
                        && words[i + 1].Text == _ending
                        && words[i + 1].Start == words[i].End + 1
                        && text.Folded[words[i].End] is '.' or ','
                    )
                )
            )
            {
                yield return text.Find(LeakKind.ReferrerEmail, path, words[i].Start, words[i].End);
            }

            if (_account.Length < ShortestAccount || !MayBegin(words[i].Text))
            {
                continue;
            }

            // From each word on, as many as make the account up.
            var taken = "";
            for (var j = i; j < words.Count && j < i + 12 && taken.Length < _account.Length; j++)
            {
                if (j > i && Spoken.Contains(words[j].Text))
                {
                    continue;
                }

                // "Seventy-four" aside, figures are read out one by one.
                taken +=
                    j > i && Figures.IndexOf(words[j].Text) is >= 0 and var figure && _hasFigures
                        ? figure.ToString(CultureInfo.InvariantCulture)
                        : words[j].Text;
                if (IsAccount(taken, text, i, j))
                {
                    yield return text.Find(LeakKind.ReferrerEmail, path, words[i].Start, words[j].End);
                    break;
                }
            }
        }
    }

    // One slip may be in the first two letters; then the others are there.
    private bool MayBegin(string word) =>
        word[0] == _account[0]
        || word[0] == _account[1]
        || word.Length == 1
        || word[1] == _account[0]
        || word[1] == _account[1];

    private bool IsAccount(string taken, ReadText text, int i, int j)
    {
        var words = text.Words;
        // A short account with a slip in it is theirs before its host.
        var hosted = text.Folded.AsSpan(words[j].End).TrimStart().StartsWith("@");
        if (taken == _account || (_account.Length >= (hosted ? 6 : 8) && Likeness.Slips(taken, _account, 1) <= 1))
        {
            // An ordinary word is an account only beside an @, or a word that says so.
            return !OrdinaryWords.Contains(taken)
                || hosted
                || (j + 2 < words.Count && words[j + 1].Text == "at" && words[j + 2].Text == _host)
                || (
                    i > 0
                    && words[i - 1].Text
                        is "user"
                            or "username"
                            or "account"
                            or "handle"
                            or "profile"
                            or "login"
                            or "id"
                            or "mail"
                            or "email"
                );
        }

        return _letters.Length >= 6
            && _letters != _account
            && i == j
            && taken == _letters
            && !OrdinaryWords.Contains(taken);
    }

    private static string Plain(string text) =>
        string.Concat(Folding.Of(text).Text.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}
