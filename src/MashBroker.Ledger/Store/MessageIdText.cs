using System.Data;
using Dapper;
using MashBroker.Contracts;

namespace MashBroker.Ledger;

internal sealed class MessageIdText : SqlMapper.TypeHandler<MessageId>
{
    public override MessageId Parse(object value) =>
        MessageId.TryParse((string)value, out var id)
            ? id
            : throw new LedgerException("The ledger holds a message id that is none. Restore the last backup.");

    public override void SetValue(IDbDataParameter parameter, MessageId value)
    {
        parameter.DbType = DbType.String;
        parameter.Value = value.ToString();
    }
}
