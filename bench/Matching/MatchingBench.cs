using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using PilotRegistry.Workbook;

namespace PilotRegistry.Bench.Matching;

/// <summary>How long a year of hours takes to read and match, and whether a file of any size needs more memory.</summary>
public static class MatchingBench
{
    private const int Year = 2024, Runs = 15;
    private const string Headings = "时段起点,用电量(MWh),自发自用(MWh),绿电直连(MWh),绿电交易(MWh),自发外送(MWh),直连外送(MWh),储能充入绿电(MWh),储能放出绿电(MWh),备注";
    private const string Numbers = "123.456,10.5,80.25,20,1.5,0,5,4.75";

    public static Task<Findings> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("bench-hours");
        try
        {
            var (csv, quarters, xlsx, large) = (Csv(folder, 60, ""), Csv(folder, 15, ""), Xlsx(folder), Csv(folder, 15, new string('x', 2_900)));
            foreach (var file in new[] { csv, quarters, xlsx }) Read(file);
            var (small, big) = (Growth(quarters), Growth(large));
            return Task.FromResult(new Findings(
                "Hours of a year",
                $"""
                A leap year of hours (8,784 rows, 10 columns), and of quarters of an hour (35,136 rows), from the file on disk to the matched
                share and everything that is kept of it: the median of {Runs} runs. Memory is what the heap holds at most while a file is read
                (sampled every 5 ms) above what it held before, for a file of {Size(quarters)} and for one of the same rows that are long,
                {Size(large)}: it must not grow with the file.
                """,
                [
                    Time("8,784 hours, CSV", csv, 2), Time("8,784 hours, .xlsx", xlsx, 2), Time("35,136 quarters of an hour, CSV", quarters),
                    Time($"35,136 long rows, CSV of {Size(large)}", large),
                    new("heap for the small file", small, "MB", Target.NoMoreThan(32), Size(quarters)),
                    new("heap for the large file", big, "MB", Target.NoMoreThan(32), Size(large)),
                ]));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Measurement Time(string name, string file, decimal? seconds = null)
    {
        var runs = new List<double>();
        for (var n = 0; n < Runs; n++)
        {
            var start = Stopwatch.GetTimestamp();
            Read(file);
            runs.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return new(name, (decimal)runs.Order().ElementAt(Runs / 2), "s", seconds is { } most ? Target.NoMoreThan(most) : null);
    }

    /// <summary>MB that the heap holds above what it held before, at most.</summary>
    private static decimal Growth(string file)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var (before, most, done) = (GC.GetTotalMemory(forceFullCollection: true), 0L, false);
        var watch = new Thread(() =>
        {
            while (!Volatile.Read(ref done))
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false) - before);
                Thread.Sleep(5);
            }
        });
        watch.Start();
        Read(file);
        Volatile.Write(ref done, true);
        watch.Join();
        return most / 1_000_000m;
    }

    private static void Read(string path)
    {
        using var file = File.OpenRead(path);
        if (HourlyFile.Read(file, Year) is { Result.Share: null } or { Problems.Count: > 0 }) throw new InvalidOperationException("The bench's own file was refused.");
    }

    private static string Csv(DirectoryInfo folder, int minutes, string remark)
    {
        var path = Path.Combine(folder.FullName, $"{minutes}-{remark.Length}.csv");
        using var text = new StreamWriter(path, append: false, Encoding.UTF8);
        text.WriteLine(Headings);
        foreach (var at in Times(minutes)) text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{at:yyyy-MM-dd HH:mm},{Numbers},{remark}"));
        return path;
    }

    private static string Xlsx(DirectoryInfo folder)
    {
        const string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var path = Path.Combine(folder.FullName, "hours.xlsx");
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        Part("xl/workbook.xml", w => w.Write($"<workbook xmlns=\"{main}\" xmlns:r=\"{relations}\"><sheets><sheet name=\"h\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"));
        Part("xl/_rels/workbook.xml.rels", w => w.Write("<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>"));
        Part("xl/worksheets/sheet1.xml", w =>
        {
            w.Write($"<worksheet xmlns=\"{main}\"><sheetData><row>{string.Concat(Headings.Split(',').Select(h => $"<c t=\"inlineStr\"><is><t>{h}</t></is></c>"))}</row>");
            foreach (var at in Times(60))
                w.Write(string.Create(CultureInfo.InvariantCulture, $"<row><c><v>{at.ToOADate()}</v></c>{string.Concat(Numbers.Split(',').Select(n => $"<c><v>{n}</v></c>"))}</row>"));
            w.Write("</sheetData></worksheet>");
        });
        return path;

        void Part(string name, Action<StreamWriter> write)
        {
            using var text = new StreamWriter(archive.CreateEntry(name).Open());
            write(text);
        }
    }

    private static IEnumerable<DateTime> Times(int minutes)
    {
        for (var at = new DateTime(Year, 1, 1); at.Year == Year; at = at.AddMinutes(minutes)) yield return at;
    }

    private static string Size(string path) => string.Create(CultureInfo.InvariantCulture, $"{new FileInfo(path).Length / 1_000_000m:0.0} MB");
}
