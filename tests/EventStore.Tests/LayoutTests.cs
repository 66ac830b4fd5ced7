using PilotRegistry.EventStore.Tests.Example;

namespace PilotRegistry.EventStore.Tests;

/// <summary>The tables are Marten's, as Marten 9 creates them, with our columns after its own.</summary>
public sealed class LayoutTests(MeteringDatabase metering) : IClassFixture<MeteringDatabase>
{
    [Theory]
    [InlineData(
        "mt_streams",
        """
        (id,uuid,)
        (type,"character varying",)
        (version,bigint,)
        (timestamp,"timestamp with time zone","now()")
        (created,"timestamp with time zone","now()")
        (tenant_id,"character varying","'*DEFAULT*'::character varying")
        (is_archived,boolean,false)
        (transaction_id,xid8,)
        """)]
    [InlineData(
        "mt_events",
        """
        (seq_id,bigint,)
        (id,uuid,)
        (stream_id,uuid,)
        (version,bigint,)
        (data,jsonb,)
        (bdata,bytea,)
        (type,"character varying",)
        (timestamp,"timestamp with time zone","now()")
        (tenant_id,"character varying","'*DEFAULT*'::character varying")
        (mt_dotnet_type,"character varying",)
        (is_archived,boolean,false)
        (transaction_id,xid8,)
        (headers,jsonb,'{}'::jsonb)
        (correlation_id,"character varying",)
        (causation_id,"character varying",)
        (user_name,"character varying",)
        """)]
    [InlineData(
        "mt_event_progression",
        """
        (name,"character varying",)
        (last_seq_id,bigint,0)
        (last_updated,"timestamp with time zone","now()")
        (last_transaction_id,xid8,'0'::xid8)
        (lease_token,uuid,)
        (lease_until,"timestamp with time zone",)
        """)]
    public async Task Columns_are_in_Martens_order_with_its_types_and_defaults(string table, string columns) => Assert.Equal(
        columns,
        await metering.TextAsync(
            """
            select column_name, data_type, column_default from information_schema.columns
            where table_schema = current_schema and table_name = $1 order by ordinal_position
            """,
            table));

    [Fact]
    public async Task Keys_are_Martens_and_event_ids_are_unique() => Assert.Equal(
        """
        (mt_event_progression,"PRIMARY KEY (name)")
        (mt_events,"FOREIGN KEY (stream_id) REFERENCES mt_streams(id)")
        (mt_events,"PRIMARY KEY (seq_id)")
        (mt_events,"UNIQUE (id)")
        (mt_events,"UNIQUE (stream_id, version)")
        (mt_streams,"PRIMARY KEY (id)")
        """,
        await metering.TextAsync(
            """
            select conrelid::regclass, pg_get_constraintdef(oid) from pg_constraint
            where connamespace = current_schema::regnamespace and contype in ('p', 'u', 'f') and conrelid::regclass::text like 'mt!_%' escape '!'
            order by conrelid::regclass::text, 2
            """));

    [Fact]
    public async Task The_sequence_belongs_to_the_events() => Assert.Equal(
        "(mt_events_sequence,mt_events,seq_id)",
        await metering.TextAsync(
            """
            select d.objid::regclass, d.refobjid::regclass, a.attname from pg_depend d
            join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
            where d.deptype = 'a' and d.objid = 'mt_events_sequence'::regclass
            """));
}
