using Dapper;
using MashBroker.Contracts;

namespace MashBroker.Ledger.Enquiries;

/// <summary>What agencies were asked after their request, each by an amendment about people who are new or described anew.</summary>
public static class QuestionStore
{
    /// <summary>In the order asked.</summary>
    public static async Task<IReadOnlyList<Question>> OfRequestAsync(LedgerSession ledger, MessageId request) =>
        [
            .. await ledger.Connection.QueryAsync<Question>(
                """
                select letter_id, request_id, number, asked_at, answered_at
                from questions
                where request_id = @request
                order by number
                """,
                new { request },
                ledger.Transaction
            ),
        ];

    /// <summary>All of an enquiry, those of one request in the order asked.</summary>
    public static async Task<IReadOnlyList<Question>> OfEnquiryAsync(LedgerSession ledger, EnquiryReference enquiry) =>
        [
            .. await ledger.Connection.QueryAsync<Question>(
                """
                select letter_id, request_id, number, questions.asked_at, questions.answered_at
                from questions
                join requests on requests.id = request_id
                where enquiry_reference = @enquiry
                order by requests.rowid, number
                """,
                new { enquiry },
                ledger.Transaction
            ),
        ];

    public static Task MarkAnsweredAsync(LedgerTransaction ledger, MessageId letter) =>
        ledger.Connection.ExecuteAsync(
            "update questions set answered_at = coalesce(answered_at, @Now) where letter_id = @letter",
            new { letter, ledger.Now },
            ledger.Transaction
        );

    internal static Task AddAsync(LedgerTransaction ledger, MessageId request, MessageId letter) =>
        ledger.Connection.ExecuteAsync(
            """
            insert into questions (letter_id, request_id, number, asked_at)
            values (@letter, @request, (select count(*) + 1 from questions where request_id = @request), @Now)
            """,
            new
            {
                letter,
                request,
                ledger.Now,
            },
            ledger.Transaction
        );
}

/// <summary>An amendment that asked an agency about people.</summary>
public sealed record Question
{
    public required MessageId LetterId { get; init; }

    public required MessageId RequestId { get; init; }

    /// <summary>1 for the first after the request itself.</summary>
    public required int Number { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>When its final return was received.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }
}
