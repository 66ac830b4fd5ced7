using Microsoft.Extensions.DependencyInjection;
using PilotRegistry.EventStore;
using Xunit;

namespace PilotRegistry.Testing;

/// <summary>Screens are disposable (STYLE 25).</summary>
public static class Rebuilding
{
    /// <summary>Empties every view of the service, folds it again as <c>--rebuild</c> does, and compares it byte by byte.</summary>
    public static async Task AssertViewsRebuildToTheSameBytesAsync<TProgram>(this ServiceUnderTest<TProgram> service)
        where TProgram : class
    {
        var database = service.Services.GetRequiredService<EventDatabase>();
        foreach (var view in database.Views)
        {
            var table = $"view_{view.Name}_{view.Revision}";
            var before = await RowsAsync(database, table);
            Assert.NotEmpty(before);
            await using (var clear = database.Source.CreateCommand($"delete from {table}"))
            {
                await clear.ExecuteNonQueryAsync();
            }

            await ViewWriter.RebuildAsync(database, view);
            Assert.Equal(before, await RowsAsync(database, table));
        }
    }

    private static async Task<List<string>> RowsAsync(EventDatabase database, string table)
    {
        await using var command = database.Source.CreateCommand($"select id || ' ' || version || ' ' || row::text from {table} order by id");
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
