module github.com/rumbo-mx/rumbo

go 1.24
